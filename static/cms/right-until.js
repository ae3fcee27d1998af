// The button “Right until” in the editor: gives the words chosen, or the sentence at the cursor, a day and a source.
(() => {
  const { Modifier, EditorState, SelectionState } = window.DraftJS;
  const { createElement } = window.React;
  const TYPE = "RIGHT_UNTIL";

  // The sentence at the cursor, when no words are chosen.
  const chosenWords = (editorState) => {
    const selection = editorState.getSelection();
    if (!selection.isCollapsed()) return selection;
    const key = selection.getStartKey();
    const text = editorState.getCurrentContent().getBlockForKey(key).getText();
    const rest = text.slice(selection.getStartOffset());
    // Behind the last sentence, that one is meant.
    const at = rest.trim() ? selection.getStartOffset() : text.trimEnd().length;
    const before = text.slice(0, at).match(/^[\s\S]*[.?!][”’)]*\s+/);
    const start = before ? before[0].length : 0;
    const after = text.slice(at).match(/^[\s\S]*?[.?!][”’)]*(?=\s|$)/);
    const end = after ? at + after[0].length : text.trimEnd().length;
    return SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end });
  };

  const whyNot = (content, selection) => {
    if (selection.getStartKey() !== selection.getEndKey()) return "lines";
    const block = content.getBlockForKey(selection.getStartKey());
    const [start, end] = [selection.getStartOffset(), selection.getEndOffset()];
    if (!block.getText().slice(start, end).trim()) return "nothing";
    for (let at = start; at < end; at += 1) {
      const key = block.getEntityAt(at);
      if (key && content.getEntity(key).getType() !== TYPE) return "inside";
    }
    return "";
  };

  class RightUntilSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig(entity) {
      const { editorState, entityType } = this.props;
      this.words = chosenWords(editorState);
      const { until, source, url } = entity ? entity.getData() : {};
      const why = whyNot(editorState.getCurrentContent(), this.words);
      return {
        url: entityType.chooserUrls.dialog,
        urlParams: why ? { why_not: why } : { until: until || "", source: source || "", url: url || "" },
        onload: {
          form: (modal) => {
            modal.ajaxifyForm(modal.body.find("form"));
            const wrong = modal.body.find("[aria-invalid=true]");
            (wrong.length ? wrong : modal.body.find("input:visible, button")).first().trigger("focus");
          },
          chosen: (modal, data) => modal.respond("chosen", data.right),
        },
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(right) {
      const { editorState, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(TYPE, "MUTABLE", right);
      const changed = Modifier.applyEntity(content, this.words, content.getLastCreatedEntityKey());
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "apply-entity"));
    }
  }

  const DatedSentence = (props) => {
    const { label, url } = props.contentState.getEntity(props.entityKey).getData();
    const icon = createElement(window.wagtail.components.Icon, { name: "calendar-alt" });
    return createElement(window.draftail.TooltipEntity, { ...props, icon, label, url }, props.children);
  };

  window.draftail.registerPlugin({ type: TYPE, source: RightUntilSource, decorator: DatedSentence }, "entityTypes");
})();
