using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// The services that make a request for a principal, first and last: what aws:CalledVia, aws:CalledViaFirst,
/// aws:CalledViaLast and aws:ViaAWSService say. Sources: IAM User Guide, "Forward access sessions", "FAS requests and
/// IAM policy conditions"; "AWS global condition context keys". A principal that asks itself has no aws:CalledVia, and
/// aws:ViaAWSService is false.
/// </summary>
internal static class ServiceChain
{
    /// <summary>The values of a key; null where it is none of these.</summary>
    /// <param name="name">The key.</param>
    /// <param name="via">The services, in order; empty where the principal asks itself.</param>
    public static ContextValues? Find(string name, IReadOnlyList<string> via) => name.ToUpperInvariant() switch
    {
        "AWS:CALLEDVIA" => CallContext.Many(via),
        "AWS:CALLEDVIAFIRST" => CallContext.One(via.Count == 0 ? null : via[0]),
        "AWS:CALLEDVIALAST" => CallContext.One(via.Count == 0 ? null : via[^1]),
        "AWS:VIAAWSSERVICE" => new(via.Count == 0 ? "false" : "true"),
        _ => null,
    };

    /// <summary>A service as policies name it: <c>s3</c> or <c>s3.eu-west-1.amazonaws.com</c> is
    /// <c>s3.amazonaws.com</c>.</summary>
    public static string PrincipalOf(string service) => $"{service.Split('.', 2)[0]}.amazonaws.com";
}
