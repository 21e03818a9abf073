using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Sharing;

/// <summary>Knows which resources of some accounts others may use.</summary>
public interface ISharedResources
{
    /// <summary>Whether an account may use a resource of another, now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The resource, as its owner's account writes it.</param>
    /// <param name="account">The other account.</param>
    bool IsShared(ReadCall call, string arn, string account);

    /// <summary>The ARNs of the resources of a type that others share with the call's account, in its region.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The type, for example <c>ec2:TransitGateway</c>.</param>
    IReadOnlyList<string> SharedWith(ReadCall call, string type);
}
