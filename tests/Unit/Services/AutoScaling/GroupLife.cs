using Orrery.Contracts.Capacity;
using Orrery.Core;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.AutoScaling.Operations.Refreshes;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using InstanceType = Orrery.Wire.Generated.Ec2.InstanceType;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// A group to which anything happens: each step is a call or an event, aimed by two numbers at what there is. What AWS
/// would refuse is refused, and is a step all the same.
/// </summary>
internal static class GroupLife
{
    private static readonly string[] Processes =
        ["Launch", "Terminate", "AZRebalance", "ReplaceUnhealthy", "HealthCheck", "InstanceRefresh"];

    private static readonly string[] Types = ["t3.micro", .. Mixer.Types, "c5.xlarge", "r5.2xlarge"];

    /// <summary>Makes a group of a kind.</summary>
    public static Scaler Begin(this Scaler scaler, GroupKind kind)
    {
        scaler.Make(Request(kind));
        return kind == GroupKind.Warm ? scaler.Put(Warm.Of(min: 2, prepared: 10, reuse: true)) : scaler;
    }

    /// <summary>Lets one thing happen.</summary>
    /// <returns>Whether it was not refused.</returns>
    public static bool Do(this Scaler scaler, Deed deed, int a, int b)
    {
        try
        {
            if (!Event(scaler, deed, a, b)) Call(scaler, deed, a, b);
            return true;
        }
        catch (ServiceException)
        {
            return false;
        }
    }

    /// <summary>Takes away all that holds the group up, and gives it time.</summary>
    public static void Rest(this Scaler scaler)
    {
        var rig = scaler.Rig;
        foreach (var zone in Scaler.Zones)
        {
            rig.Do(call => call.Port<IZoneFailures>().Mend(call, zone));
            foreach (var type in Types)
                rig.Do(call => call.Port<ICapacity>().Declare(call, zone, type, null, false));
        }

        Resume(scaler);
        foreach (var transition in new[] { "launching", "terminating" })
            scaler.Do(Deed.Unhook, transition == "launching" ? 0 : 1, 0);
        foreach (var one in scaler.Now().Instances!.Where(i => i.ProtectedFromScaleIn == true))
            Protect(scaler, one.InstanceId!, false);
        rig.Advance(TimeSpan.FromHours(8));
    }

    private static CreateAutoScalingGroupRequest Request(GroupKind kind) => kind switch
    {
        GroupKind.LaunchFirst => Scaler.Of(1, 12, 4) with
        {
            InstanceMaintenancePolicy = new() { MinHealthyPercentage = 100, MaxHealthyPercentage = 120 },
        },
        GroupKind.EndFirst => Scaler.Of(1, 12, 4) with
        {
            InstanceMaintenancePolicy = new() { MinHealthyPercentage = 60, MaxHealthyPercentage = 100 },
        },
        GroupKind.Weighted => Mixer.Of(
            (2, 24, 8), new() { OnDemandPercentageAboveBaseCapacity = 100 },
            "m5.large:1", "c5.xlarge:2", "r5.2xlarge:4"),
        GroupKind.Spot => Mixer.Of(
            (1, 12, 4), new()
            {
                OnDemandBaseCapacity = 1, OnDemandPercentageAboveBaseCapacity = 50,
                SpotAllocationStrategy = "capacity-optimized",
            },
            Mixer.Types) with { CapacityRebalance = true },
        _ => Scaler.Of(1, 12, 4),
    };

    private static bool Event(Scaler scaler, Deed deed, int a, int b)
    {
        var rig = scaler.Rig;
        switch (deed)
        {
            case Deed.Turn:
                rig.Advance(TimeSpan.FromSeconds((a % 20 * 60) + (b % 60)));
                return true;
            case Deed.Kill:
                if (Pick(scaler.Now().Instances!, a) is { } killed) scaler.Kill(killed.InstanceId!);
                return true;
            case Deed.Room:
                rig.Do(call => call.Port<ICapacity>().Declare(
                    call, Scaler.Zones[a % 3], Types[a / 3 % Types.Length], b % 5 == 4 ? null : b % 5, b % 2 == 1));
                rig.Advance(TimeSpan.Zero);
                return true;
            case Deed.Fail:
                rig.Do(call => call.Port<IZoneFailures>().Fail(
                    call, Scaler.Zones[a % 3], TimeSpan.FromMinutes(1 + (b % 60))));
                rig.Advance(TimeSpan.Zero);
                return true;
            case Deed.Interrupt:
                if (Pick(scaler.Serving, a) is { } spot && scaler.IsSpot(spot.InstanceId!))
                    scaler.Interrupt(spot.InstanceId!);
                return true;
            default:
                return false;
        }
    }

    private static void Call(Scaler scaler, Deed deed, int a, int b)
    {
        var group = scaler.Now();
        switch (deed)
        {
            case Deed.Desire:
                scaler.Desire(a % (group.MaxSize!.Value + 2));
                break;
            case Deed.Resize:
                scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
                {
                    AutoScalingGroupName = Scaler.Group, MinSize = a % 5, MaxSize = (a % 5) + (b % 14),
                });
                break;
            case Deed.Hook or Deed.Unhook or Deed.Complete:
                Hook(scaler, deed, a, b);
                break;
            case Deed.Renew or Deed.Refresh or Deed.Cancel:
                Refresh(scaler, deed, a, b);
                break;
            case Deed.Suspend:
                if (b % 2 == 0) Resume(scaler);
                else Suspend(scaler, Processes[a % Processes.Length]);
                break;
            case Deed.Attach:
                Attach(scaler, a);
                break;
            default:
                Instance(scaler, deed, a, b);
                break;
        }
    }

    private static void Instance(Scaler scaler, Deed deed, int a, int b)
    {
        var from = deed == Deed.Return ? scaler.In(LifecycleState.Standby) : scaler.Serving;
        if (Pick(from, a)?.InstanceId is not { } id) return;
        var (rig, less) = (scaler.Rig, b % 2 == 0);
        if (deed == Deed.Detach)
        {
            rig.Run(new DetachInstances(), new DetachInstancesRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ShouldDecrementDesiredCapacity = less,
            });
        }
        else if (deed == Deed.Standby)
        {
            rig.Run(new EnterStandby(), new EnterStandbyRequest
            {
                AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ShouldDecrementDesiredCapacity = less,
            });
        }
        else if (deed == Deed.Return)
            rig.Run(new ExitStandby(), new() { AutoScalingGroupName = Scaler.Group, InstanceIds = [id] });
        else if (deed == Deed.Sicken)
            rig.Run(new SetInstanceHealth(), new() { InstanceId = id, HealthStatus = "Unhealthy" });
        else if (deed == Deed.Protect)
            Protect(scaler, id, less);
        else
        {
            rig.Run(new TerminateInstanceInAutoScalingGroup(), new TerminateInstanceInAutoScalingGroupRequest
            {
                InstanceId = id, ShouldDecrementDesiredCapacity = less,
            });
        }
    }

    private static void Attach(Scaler scaler, int a)
    {
        var id = scaler.Rig.Run(new RunInstances(), new RunInstancesRequest
        {
            ImageId = "ami-0123456789abcdef0",
            InstanceType = InstanceType.T3Micro,
            MinCount = 1,
            MaxCount = 1,
            Placement = new() { AvailabilityZone = Scaler.Zones[a % 3] },
        }).Instances![0].InstanceId!;
        scaler.Rig.Advance(TimeSpan.FromMinutes(2));
        scaler.Rig.Run(new AttachInstances(), new() { AutoScalingGroupName = Scaler.Group, InstanceIds = [id] });
    }

    private static void Hook(Scaler scaler, Deed deed, int a, int b)
    {
        var name = a % 2 == 0 ? "launching" : "terminating";
        if (deed == Deed.Hook)
        {
            scaler.Rig.Run(new PutLifecycleHook(), new PutLifecycleHookRequest
            {
                AutoScalingGroupName = Scaler.Group,
                LifecycleHookName = name,
                LifecycleTransition = $"autoscaling:EC2_INSTANCE_{name.ToUpperInvariant()}",
                DefaultResult = b % 2 == 0 ? "CONTINUE" : "ABANDON",
                HeartbeatTimeout = 60 + (b % 300),
            });
        }
        else if (deed == Deed.Unhook)
        {
            scaler.Rig.Run(new DeleteLifecycleHook(), new DeleteLifecycleHookRequest
            {
                AutoScalingGroupName = Scaler.Group, LifecycleHookName = name,
            });
        }
        else if (Pick([.. scaler.In(LifecycleState.PendingWait), .. scaler.In(LifecycleState.TerminatingWait)], a)
            is { } waiting)
        {
            var hook = waiting.LifecycleState == LifecycleState.PendingWait ? "launching" : "terminating";
            scaler.Complete(waiting.InstanceId!, hook, b % 3 == 0 ? "ABANDON" : "CONTINUE");
        }
    }

    private static void Refresh(Scaler scaler, Deed deed, int a, int b)
    {
        if (deed == Deed.Renew)
        {
            scaler.Rig.Run(new CreateLaunchTemplateVersion(), new CreateLaunchTemplateVersionRequest
            {
                LaunchTemplateName = Scaler.Template,
                LaunchTemplateData = new() { ImageId = "ami-0fedcba9876543210", InstanceType = InstanceType.T3Micro },
            });
        }
        else if (deed == Deed.Cancel)
            scaler.Rig.Run(new CancelInstanceRefresh(), new() { AutoScalingGroupName = Scaler.Group });
        else
        {
            scaler.Rig.Run(new StartInstanceRefresh(), new StartInstanceRefreshRequest
            {
                AutoScalingGroupName = Scaler.Group,
                Preferences = new()
                {
                    MinHealthyPercentage = 50 + (a % 51),
                    MaxHealthyPercentage = 100 + (b % 50),
                    InstanceWarmup = b % 400,
                    SkipMatching = a % 2 == 0,
                },
            });
        }
    }

    private static void Resume(Scaler scaler) =>
        scaler.Rig.Run(new ResumeProcesses(), new() { AutoScalingGroupName = Scaler.Group });

    private static void Suspend(Scaler scaler, string process) => scaler.Rig.Run(
        new SuspendProcesses(), new() { AutoScalingGroupName = Scaler.Group, ScalingProcesses = [process] });

    private static void Protect(Scaler scaler, string id, bool isProtected) =>
        scaler.Rig.Run(new SetInstanceProtection(), new SetInstanceProtectionRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ProtectedFromScaleIn = isProtected,
        });

    private static T? Pick<T>(IReadOnlyList<T> all, int at)
        where T : class => all.Count == 0 ? null : all[at % all.Count];
}
