using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Keeps account of who called what: what last-used dates and access advisors are made of.</summary>
public interface ICallActivity
{
    /// <summary>The last call that an access key signed; null where there was none.</summary>
    CallUse? OfKey(ReadCall call, string accessKeyId);

    /// <summary>The last call of a user or role, also of its sessions; null where there was none.</summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="arn">The ARN of the user or role.</param>
    CallUse? OfPrincipal(ReadCall call, string arn);

    /// <summary>The last call of a user or role to each service, by the service's namespace.</summary>
    IReadOnlyList<CallUse> Services(ReadCall call, string arn);

    /// <summary>The last use of each action by a user or role.</summary>
    IReadOnlyList<CallUse> Actions(ReadCall call, string arn) => Services(call, arn);
}
