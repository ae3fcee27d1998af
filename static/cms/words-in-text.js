// The button “Words for the council” in running text: it types the brace, at which words.js offers the words.
(() => {
  const { Modifier, EditorState } = window.DraftJS;
  const { Component } = window.React;

  class WordSource extends Component {
    componentDidMount() {
      const { editorState, onComplete } = this.props;
      const style = editorState.getCurrentInlineStyle();
      const changed = Modifier.replaceText(editorState.getCurrentContent(), editorState.getSelection(), "{", style);
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }

    render() {
      return null;
    }
  }

  window.draftail.registerPlugin({ type: "WORDS", source: WordSource }, "entityTypes");
})();
