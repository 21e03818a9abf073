using Orrery.Contracts.Alarms;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Instances;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Stops, ends, reboots and recovers the instance that an alarm watches. Sources: CloudWatch User Guide, "Create alarms
/// to stop, terminate, reboot, or recover an EC2 instance" (any metric with the dimension InstanceId of a valid running
/// instance; recover not with StatusCheckFailed_Instance); messages that clients report (hashicorp, cloud-custodian
/// issue 2935), as far as they are public: those with "Recover" are guessed.
/// </summary>
internal sealed class InstanceAlarmAction : IAlarmAction
{
    /// <inheritdoc/>
    public bool Takes(string actionArn) => AlarmArn.Means(actionArn);

    /// <inheritdoc/>
    public string? Obstacle(ReadCall call, AlarmAction action)
    {
        if (AlarmArn.Read(action.ActionArn, call.Region, call.Account) is not { } verb)
        {
            return $"Invalid use of EC2 action. {action.ActionArn} is not an EC2 action of this account and region.";
        }

        if (IdOf(action) is not { } id)
        {
            return "Invalid use of EC2 action. An EC2 action can only be used if the alarm is monitoring an EC2 "
                + "instance.";
        }

        if (verb != AlarmVerb.Recover)
        {
            return null;
        }

        if (action.Metric is { Namespace: "AWS/EC2", Name: "StatusCheckFailed_Instance" })
        {
            return "Invalid use of EC2 'Recover' action. It cannot be used with StatusCheckFailed_Instance.";
        }

        return Find(call, id) is { } instance && !Recovery.Supports(instance)
            ? $"Invalid use of EC2 'Recover' action. {id} is a {instance.InstanceType} instance, which cannot be "
                + "recovered."
            : null;
    }

    /// <inheritdoc/>
    public string? Run(Call call, AlarmAction action)
    {
        if (Obstacle(call, action) is { } obstacle)
        {
            return obstacle;
        }

        try
        {
            var instance = InstanceKinds.Instance.Get(call, IdOf(action)!);
            return Do(call, instance, AlarmArn.Read(action.ActionArn, call.Region, call.Account)!.Value);
        }
        catch (ServiceException refusal)
        {
            return refusal.Message;
        }
    }

    // The rules refuse before they write, so that a refusal leaves nothing behind.
    private static string? Do(Call call, InstanceRecord instance, AlarmVerb verb)
    {
        switch (verb)
        {
            case AlarmVerb.Stop:
                InstanceOrders.Stop(call, instance, cutOff: false);
                return null;
            case AlarmVerb.Terminate:
                InstanceOrders.Terminate(call, instance, cutOff: false);
                return null;
            case AlarmVerb.Reboot:
                InstanceOrders.Reboot(call, InstanceStates.Alive(instance));
                return null;
            default:
                return Recovery.Run(call, instance);
        }
    }

    private static string? IdOf(AlarmAction action) =>
        action.Metric?.Dimensions.FirstOrDefault(d => d.Name == "InstanceId")?.Value;

    private static InstanceRecord? Find(ReadCall call, string id) =>
        call.Read(InstanceTables.Instances).Find(new(id));
}
