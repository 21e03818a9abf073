using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>May somebody assume a role?</summary>
/// <param name="Document">The role's trust policy.</param>
/// <param name="Role">The ARN of the role.</param>
/// <param name="Action">For example <c>sts:AssumeRole</c>.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Context">The condition keys of the request, by name whatever its case.</param>
internal sealed record TrustQuestion(
    string Document, string Role, string Action, Asker Who, IReadOnlyDictionary<string, IReadOnlyList<string>> Context)
{
    /// <summary>The resource control policies of the role's account, where nobody asked them before.</summary>
    public IReadOnlyList<ControlTexts> Control { get; init; } = [];
}
