namespace Orrery.Contracts.Identity;

/// <summary>Whether a call is granted.</summary>
/// <param name="Action">For example <c>kms:Decrypt</c>.</param>
/// <param name="Arn">The ARN of the resource.</param>
/// <param name="Value">The first value of a member of the request; null where it is not set.</param>
/// <param name="Map">A map of the request, by its member.</param>
public sealed record GrantQuestion(
    string Action, string Arn, Func<string, string?> Value, Func<string, IReadOnlyDictionary<string, string>> Map);
