using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>A document that is looked through, and what was found so far.</summary>
/// <param name="kind">The kind of policy.</param>
/// <param name="words">What services there are.</param>
internal sealed class LintScope(PolicyKind kind, IPolicyVocabulary words)
{
    private readonly List<PolicyFinding> _found = [];

    private Node? _statement;

    private int _index = -1;

    public PolicyKind Kind => kind;

    public IPolicyVocabulary Words => words;

    public IReadOnlyList<PolicyFinding> Found => _found;

    /// <summary>Whether the version of the language knows variables.</summary>
    public bool HasVariables { get; set; }

    public bool IsIdentity => kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session;

    /// <summary>Goes to a statement; null for what is about the whole.</summary>
    public void Enter(Node? statement, int index) => (_statement, _index) = (statement, index);

    public void Error(string code, string text) => Add("ERROR", code, text);

    public void Security(string code, string text) => Add("SECURITY_WARNING", code, text);

    public void Warning(string code, string text) => Add("WARNING", code, text);

    public void Suggest(string code, string text) => Add("SUGGESTION", code, text);

    /// <summary>A value of another JSON type than it has to be.</summary>
    public void Mismatch(string type) =>
        Error("DATA_TYPE_MISMATCH", $"The text does not match the expected JSON data type {type}.");

    private void Add(string type, string code, string text)
    {
        var finding = new PolicyFinding(type, code, text, _statement?.Line ?? 1, _index);
        if (_statement is { Kind: NodeKind.Object })
            finding = finding with { Begin = _statement.Begin, End = _statement.End };
        if (!_found.Contains(finding)) _found.Add(finding);
    }
}
