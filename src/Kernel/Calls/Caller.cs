using System.Text.Json.Serialization;

namespace Orrery.Kernel.Calls;

/// <summary>Who calls. Persisted in the journal: the shape only grows.</summary>
/// <param name="Account">The 12-digit account id of the principal.</param>
/// <param name="Arn">The principal's ARN, as STS GetCallerIdentity gives it.</param>
/// <param name="UserId">The principal's unique id, as STS GetCallerIdentity gives it.</param>
/// <param name="AccessKeyId">The access key id that signed the request; empty where none did.</param>
/// <param name="Kind">What kind of principal it is.</param>
public sealed record Caller(string Account, string Arn, string UserId, string AccessKeyId, CallerKind Kind)
{
    /// <summary>Orrery itself.</summary>
    public static Caller Kernel { get; } = new("", "", "orrery", "", CallerKind.Kernel);

    /// <summary>Whether this is the root user of an account, also in a session that is held to one task.</summary>
    [JsonIgnore]
    public bool IsRoot => Kind is CallerKind.Root or CallerKind.AssumedRoot;

    /// <summary>The root user of an account.</summary>
    public static Caller Root(string account, string accessKeyId = "") =>
        new(account, $"arn:aws:iam::{account}:root", account, accessKeyId, CallerKind.Root);

    /// <summary>An AWS service, for example <c>autoscaling.amazonaws.com</c>, acting in an account.</summary>
    public static Caller Service(string account, string principal) =>
        new(account, principal, principal, "", CallerKind.Service);
}
