using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends the changes of an instance's settings that take a while: metadata options from pending to applied, detailed
/// monitoring from pending to enabled and from disabling to disabled. AWS documents no durations: guessed.
/// </summary>
public sealed class InstanceSettingsLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the instance's id.</summary>
    internal const string TimerKind = "ec2.instance-settings";

    private static readonly TimeSpan Applying = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts an instance whose settings change, and sets the change on its way.</summary>
    internal static void Begin(Call call, InstanceRecord instance)
    {
        call.Write(InstanceTables.Instances).Put(instance);
        call.Settle(TimerKind, Applying, instance.Id.Value);
    }

    /// <summary>The instance with its settings as they were asked for.</summary>
    internal static InstanceRecord Applied(InstanceRecord instance) => instance with
    {
        MetadataOptions = instance.MetadataOptions with { State = InstanceMetadataOptionsState.Applied },
        Monitoring = instance.Monitoring switch
        {
            MonitoringState.Pending => MonitoringState.Enabled,
            MonitoringState.Disabling => MonitoringState.Disabled,
            var settled => settled,
        },
    };

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(InstanceTables.Instances).Find(new(subject)) is { } instance)
        {
            instance = Applied(instance);
            call.Write(InstanceTables.Instances).Put(instance);
            Lives.Note(call, instance);
        }
    }
}
