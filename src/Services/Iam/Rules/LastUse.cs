using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>When identities were last used, as far as the house keeps account of calls.</summary>
internal static class LastUse
{
    /// <summary>The last use of a role: empty where it was not used (IAM API Reference, RoleLastUsed).</summary>
    public static RoleLastUsed OfRole(ReadCall call, RoleRecord role) =>
        call.FindPort<ICallActivity>()?.OfPrincipal(call, role.Arn) is { } use
            ? new() { LastUsedDate = use.At, Region = use.Region }
            : new();

    /// <summary>The last use of an access key.</summary>
    public static CallUse? OfKey(ReadCall call, string accessKeyId) =>
        call.FindPort<ICallActivity>()?.OfKey(call, accessKeyId);
}
