// The button "Dated fact" in the editor: chooses a fact, and puts it into the text as one whole.
(() => {
  const { Modifier, EditorState } = window.DraftJS;
  const { createElement } = window.React;

  class FactSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.factChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(chosen) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", {
        id: chosen.id,
        label: chosen.label,
        url: chosen.edit_url || "",
      });
      const key = content.getLastCreatedEntityKey();
      const changed = Modifier.replaceText(content, editorState.getSelection(), chosen.words, null, key);
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  const Fact = (props) => {
    const { label, url } = props.contentState.getEntity(props.entityKey).getData();
    const icon = createElement(window.wagtail.components.Icon, { name: "money" });
    return createElement(window.draftail.TooltipEntity, { ...props, icon, label, url }, props.children);
  };

  window.draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: Fact }, "entityTypes");
})();
