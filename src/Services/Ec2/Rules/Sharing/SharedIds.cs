using Orrery.Contracts.Sharing;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Rules.Sharing;

/// <summary>The ids of what other accounts share with the caller's, in its region.</summary>
internal static class SharedIds
{
    /// <summary>RAM's name for transit gateways.</summary>
    public const string TransitGateway = "ec2:TransitGateway";

    /// <summary>RAM's name for prefix lists.</summary>
    public const string PrefixList = "ec2:PrefixList";

    /// <summary>The ids of a type, and in which scope they are.</summary>
    public static IEnumerable<(Scope Owner, string Id)> Of(ReadCall call, string type) =>
        (call.FindPort<ISharedResources>()?.SharedWith(call, type) ?? []).Select(Open);

    /// <summary>The scope and the id that an ARN names.</summary>
    public static (Scope Owner, string Id) Open(string arn)
    {
        var parts = arn.Split(':', 6);
        return (new(parts[4], parts[3]), arn[(arn.LastIndexOf('/') + 1)..]);
    }
}
