using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Sets;
using PrincipalType = Orrery.Engines.Policies.Documents.PrincipalType;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>Custom policy checks: documents in, an answer out.</summary>
internal static class Checks
{
    /// <summary>A document as a stack of its own.</summary>
    /// <exception cref="ServiceException">ValidationException: it is no policy of its kind.</exception>
    public static PolicyStack Stack(string document, AccessCheckPolicyType? type) =>
        Stack(document, type == AccessCheckPolicyType.IdentityPolicy ? PolicyKind.Identity : PolicyKind.Resource);

    /// <summary>A document as a stack of its own.</summary>
    /// <exception cref="ServiceException">ValidationException: it is no policy of its kind.</exception>
    public static PolicyStack Stack(string document, PolicyKind kind)
    {
        // A policy of a resource and a trust policy differ in what they must have.
        var read = PolicyDocument.Read(document, kind, out var fault)
            ?? (kind == PolicyKind.Resource ? PolicyDocument.Read(document, PolicyKind.Trust, out _) : null);
        return read is not null
            ? PolicyStack.Of(new AttachedPolicy("policy", read))
            : throw Errors.Validation(fault!.Message);
    }

    /// <summary>The reason of a no, by the statement that grants.</summary>
    public static IReadOnlyList<ReasonSummary> Reasons(AccessFound found, string what) =>
    [
        new()
        {
            Description = $"{what} in the statement with index: {found.Statement.Statement.Index}.",
            StatementIndex = found.Statement.Statement.Index,
            StatementId = found.Statement.Statement.Sid,
        },
    ];

    /// <summary>
    /// The statements that let everybody in. Source: API Reference, CheckNoPublicAccess: access that conditions confine
    /// to accounts, organizations or addresses is not public.
    /// </summary>
    public static IReadOnlyList<ReasonSummary> Public(PolicyStack policies)
    {
        var resource = policies.Policies[0].Document.Statements.SelectMany(s => s.Resources)
            .FirstOrDefault(r => r != "*")?.TrimEnd('*', '/') ?? "arn:aws:orrery:::resource";
        var target = new ResourcePolicies("000000000000") { Policy = policies };
        return
        [
            .. ExternalAccess.Of(resource, target, new(new HashSet<string>()))
                .Where(f => f.Principal.Type == PrincipalType.Everyone && f.Conditions.Count == 0)
                .Select(f => f.Rule.Statement).Distinct().Select(s => new ReasonSummary
                {
                    Description = $"Public access granted in the statement with index: {s.Index}.",
                    StatementIndex = s.Index,
                    StatementId = s.Sid,
                }),
        ];
    }
}
