namespace Orrery.Engines.Policies.Documents;

/// <summary>
/// Reads a document of a kind, and finds the first thing that is wrong with it, in the order in which IAM finds it.
/// Sources: IAM User Guide, "Grammar of the IAM JSON policy language"; the messages as users report them in public
/// issues. Where such a report is missing, the wording is guessed, and the comment at the rule says so.
/// </summary>
internal sealed class Grammar(PolicyKind kind)
{
    private static readonly string[] TopElements = ["Version", "Id", "Statement"];

    private readonly List<(PolicyProblem Problem, string Message, int Line)> _faults = [];

    /// <summary>The first fault by IAM's order; null where there is none.</summary>
    public PolicyFault? Fault => _faults.Count == 0
        ? null
        : _faults.MinBy(f => (f.Problem, f.Line)) is var (problem, message, line) ? new(problem, message, line) : null;

    private bool IsIdentity => kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session;

    /// <summary>Reads a document; null where its syntax is wrong.</summary>
    public PolicyDocument? Read(string text)
    {
        // botocore model of IAM: policyDocumentType holds no other characters than these.
        var isLatin = text.AsSpan().IndexOfAnyExceptInRange('\u0009', '\u00FF') < 0;
        if (!isLatin || NodeReader.Read(text) is not { Kind: NodeKind.Object } root) return Syntax(1);
        foreach (var member in root.Members)
        {
            if (!TopElements.Contains(member.Key)) return Syntax(member.Value.Line);
        }

        if (root["Id"] is { Kind: not NodeKind.String } id) return Syntax(id.Line);
        if (VersionOf(root["Version"]) is not { } version) return Syntax(root["Version"]!.Line);
        if (root["Statement"] is not { } list) return Syntax(root.Line);
        var nodes = list.AsList();
        if (nodes.Count == 0) return Syntax(list.Line);
        // IAM asks it of the policies that it keeps itself, also where the version is missing.
        if (version == PolicyVersion.V2008 && kind is PolicyKind.Identity or PolicyKind.Boundary)
            Add(PolicyProblem.Version, "Policy document must be version 2012-10-17 or greater.", root.Line);
        var reader = new StatementReader(kind, version, Add);
        var statements = nodes.Select(reader.Read).ToList();
        if (statements.Contains(null)) return null;
        CheckSids(statements!);
        return new(kind, version, root["Id"]?.Text, statements!);
    }

    private static PolicyVersion? VersionOf(Node? node) => node switch
    {
        null => PolicyVersion.V2008,
        { Kind: NodeKind.String, Text: "2008-10-17" } => PolicyVersion.V2008,
        { Kind: NodeKind.String, Text: "2012-10-17" } => PolicyVersion.V2012,
        _ => null,
    };

    private PolicyDocument? Syntax(int line)
    {
        Add(PolicyProblem.Syntax, "Syntax errors in policy.", line);
        return null;
    }

    private void CheckSids(List<Statement> statements)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (string.IsNullOrEmpty(statement.Sid)) continue;
            if (!seen.Add(statement.Sid))
            {
                Add(PolicyProblem.DuplicateSid, "Statement IDs (SID) in a single policy must be unique.",
                    statement.Line);
            }

            if ((IsIdentity || kind == PolicyKind.Trust) && !statement.Sid.All(char.IsAsciiLetterOrDigit))
            {
                Add(PolicyProblem.SidCharacters, "Statement IDs (SID) must be alpha-numeric. Check that your input "
                    + "satisfies the regular expression [0-9A-Za-z]*", statement.Line);
            }
        }
    }

    private void Add(PolicyProblem problem, string message, int line) => _faults.Add((problem, message, line));
}
