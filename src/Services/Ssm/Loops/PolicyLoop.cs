using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Rules;

namespace Orrery.Services.Ssm.Loops;

/// <summary>
/// Does what the policies of parameters say, when it is due. Source: Systems Manager User Guide, "Assigning parameter
/// policies". A subject is the kind of policy and the name.
/// </summary>
internal sealed class PolicyLoop : ITimerHandler
{
    /// <summary>The kind of the timer.</summary>
    public const string TimerKind = "ssm.policy";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var (policy, name) = (subject[..subject.IndexOf(' ')], subject[(subject.IndexOf(' ') + 1)..]);
        if (call.Read(Tables.Parameters).Find(new(name)) is not { } parameter) return;
        ParameterEvents.PolicyActed(call, parameter, policy);
        if (policy == ParameterPolicies.Expiration) Parameters.Remove(call, parameter);
    }
}
