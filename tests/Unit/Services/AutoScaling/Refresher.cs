using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Operations.Refreshes;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>A group of version 1 of its template, and short ways to refresh it to version 2.</summary>
internal sealed class Refresher
{
    private readonly HashSet<string> _first;

    private Refresher(Scaler scaler)
    {
        Scaler = scaler;
        _first = [.. scaler.Serving.Select(i => i.InstanceId!)];
    }

    /// <summary>The group and its world.</summary>
    public Scaler Scaler { get; }

    /// <summary>The refresh that was started last.</summary>
    public InstanceRefresh Now => All[0];

    /// <summary>All refreshes, the newest first.</summary>
    public IReadOnlyList<InstanceRefresh> All => Scaler.Rig.Run(
        new DescribeInstanceRefreshes(),
        new DescribeInstanceRefreshesRequest { AutoScalingGroupName = Scaler.Group }).InstanceRefreshes!;

    /// <summary>In a word how it stands.</summary>
    public string Status => Now.Status!.Value.ToWire();

    /// <summary>How many of the first instances are in service.</summary>
    public int Old => Scaler.Serving.Count(i => _first.Contains(i.InstanceId!));

    /// <summary>How many of the group have been launched from a version.</summary>
    public int Of(string version) => Scaler.Serving.Count(i => i.LaunchTemplate?.Version == version);

    /// <summary>How many come.</summary>
    public int Coming => Scaler.In(LifecycleState.Pending).Count + Scaler.In(LifecycleState.PendingWait).Count;

    /// <summary>A group of some instances, that are in service.</summary>
    public static Refresher Group(
        int desired, Func<CreateAutoScalingGroupRequest, CreateAutoScalingGroupRequest>? change = null,
        Delays delays = Delays.Aws)
    {
        var scaler = Scaler.New(delays);
        scaler.Rig.Run(new CreateLaunchTemplateVersion(), new CreateLaunchTemplateVersionRequest
        {
            LaunchTemplateName = Scaler.Template,
            LaunchTemplateData = new() { ImageId = "ami-0fedcba9876543210", InstanceType = InstanceType.T3Micro },
        });
        var request = Scaler.Of(0, 2 * desired, desired) with
        {
            LaunchTemplate = new() { LaunchTemplateName = Scaler.Template, Version = "1" },
        };
        scaler.Make(change is null ? request : change(request));
        scaler.Rig.Advance(TimeSpan.FromMinutes(10));
        return new(scaler);
    }

    /// <summary>A request to go to version 2.</summary>
    public static StartInstanceRefreshRequest To2(RefreshPreferences? preferences = null) => new()
    {
        AutoScalingGroupName = Scaler.Group,
        DesiredConfiguration = new()
        {
            LaunchTemplate = new() { LaunchTemplateName = Scaler.Template, Version = "2" },
        },
        Preferences = preferences,
    };

    /// <summary>Starts a refresh to version 2.</summary>
    public Refresher Start(RefreshPreferences? preferences = null) => Ask(To2(preferences));

    /// <summary>Starts a refresh.</summary>
    public Refresher Ask(StartInstanceRefreshRequest request)
    {
        Scaler.Rig.Run(new StartInstanceRefresh(), request);
        return this;
    }

    /// <summary>Cancels the refresh.</summary>
    public void Cancel(bool? waits = null) => Scaler.Rig.Run(new CancelInstanceRefresh(), new()
    {
        AutoScalingGroupName = Scaler.Group, WaitForTransitioningInstances = waits,
    });

    /// <summary>Rolls the refresh back.</summary>
    public void RollBack() => Scaler.Rig.Run(new RollbackInstanceRefresh(), Rollback);

    /// <summary>The request for that.</summary>
    public static RollbackInstanceRefreshRequest Rollback => new() { AutoScalingGroupName = Scaler.Group };

    /// <summary>Turns the clock on by minutes.</summary>
    public Refresher After(double minutes)
    {
        Scaler.Rig.Advance(TimeSpan.FromMinutes(minutes));
        return this;
    }

    /// <summary>Turns the clock on until something holds; a day at most.</summary>
    public void Until(Func<bool> holds, int seconds = 10)
    {
        for (var at = 0; !holds(); at += seconds)
        {
            Assert.True(at < 86_400, $"{Status} {Now.StatusReason} {Now.PercentageComplete}");
            Scaler.Rig.Advance(TimeSpan.FromSeconds(seconds));
        }
    }
}
