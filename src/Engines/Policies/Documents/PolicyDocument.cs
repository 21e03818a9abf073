namespace Orrery.Engines.Policies.Documents;

/// <summary>A policy, read and compiled. Immutable.</summary>
public sealed class PolicyDocument
{
    internal PolicyDocument(PolicyKind kind, PolicyVersion version, string? id, IReadOnlyList<Statement> statements)
    {
        Kind = kind;
        Version = version;
        Id = id;
        Statements = statements;
    }

    /// <summary>The kind as which it was read.</summary>
    public PolicyKind Kind { get; }

    /// <summary>The version of the language.</summary>
    public PolicyVersion Version { get; }

    /// <summary>Its Id.</summary>
    public string? Id { get; }

    /// <summary>Its statements, in order.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The ARNs of users, roles and sessions that Principal and NotPrincipal name.</summary>
    public IEnumerable<string> PrincipalArns => Statements.SelectMany(static statement => statement.Principals ?? [])
        .Where(static entry => entry.Type == PrincipalType.Arn).Select(static entry => entry.Value);

    /// <summary>Reads a policy; refuses with IAM's MalformedPolicyDocument.</summary>
    /// <exception cref="Core.ServiceException">The text is no policy of this kind.</exception>
    public static PolicyDocument Parse(string text, PolicyKind kind) =>
        Read(text, kind, out var fault) ?? throw fault!.AsRefusal();

    /// <summary>Reads a policy; null, with what is wrong, where it is none of this kind.</summary>
    public static PolicyDocument? Read(string text, PolicyKind kind, out PolicyFault? fault)
    {
        var grammar = new Grammar(kind);
        var document = grammar.Read(text);
        fault = grammar.Fault;
        return fault is null ? document : null;
    }
}
