using Orrery.Kernel.State;

namespace Orrery.Contracts.Keys;

/// <summary>With which key a service encrypts or decrypts for somebody.</summary>
/// <param name="KeyId">Id, ARN, alias or alias ARN; `alias/aws/...` is made when it is first used.</param>
/// <param name="Service">The service that asks, as in <c>alias/aws/</c>: <c>s3</c>, <c>sqs</c>, <c>ssm</c>.</param>
/// <param name="Context">The encryption context: without the same one nothing opens.</param>
public sealed record KeyUse(string KeyId, string Service, IReadOnlyDictionary<string, string> Context)
{
    /// <summary>Where it is used: the region of the key, and the account of a key named without one. Null: where the
    /// call is.</summary>
    public Scope? At { get; init; }

    /// <summary>The service that uses it for itself or with a role; null: whoever calls does.</summary>
    public KeyUser? By { get; init; }
}
