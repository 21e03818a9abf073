using Orrery.Contracts;
using Orrery.Contracts.Capacity;
using Orrery.Contracts.Instances;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.CloudWatch;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Events;
using Orrery.Services.Sns;
using Orrery.Services.Sqs;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using Activity = Orrery.Wire.Generated.Autoscaling.Activity;
using Instance = Orrery.Wire.Generated.Autoscaling.Instance;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Short ways to what tests of groups begin with.</summary>
internal sealed class Scaler
{
    /// <summary>The template that groups launch from.</summary>
    public const string Template = "web";

    /// <summary>The group of most tests.</summary>
    public const string Group = "asg";

    /// <summary>The three zones.</summary>
    public static readonly string[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    /// <summary>What its worlds are made of.</summary>
    public static readonly Service[] Services =
    [
        AutoScalingService.Registration, Ec2Service.Registration, CloudWatchService.Registration,
        EventsService.Registration, SnsService.Registration, SqsService.Registration,
    ];

    private Scaler(Rig rig) => Rig = rig;

    /// <summary>What the program itself would offer: large quotas.</summary>
    public static Ports Offered => Ports.None.With<IQuotas>(new Quotas([
        KeyValuePair.Create("L-1216C47A", 1_000_000), KeyValuePair.Create("L-34B43A08", 1_000_000),
    ]));

    /// <summary>The world.</summary>
    public Rig Rig { get; }

    /// <summary>A new world with a template.</summary>
    public static Scaler New(Delays delays = Delays.None, params Service[] more) =>
        Over(Rig.Of([.. Services, .. more], Offered, delays)).WithTemplate();

    /// <summary>A world that there is.</summary>
    public static Scaler Over(Rig rig) => new(rig);

    /// <summary>Makes the template.</summary>
    public Scaler WithTemplate()
    {
        Rig.Run(new CreateLaunchTemplate(), new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = Template,
            LaunchTemplateData = new()
            {
                ImageId = "ami-0123456789abcdef0",
                InstanceType = InstanceType.T3Micro,
                Monitoring = new() { Enabled = true },
            },
        });
        return this;
    }

    /// <summary>A request for a group over three zones.</summary>
    public static CreateAutoScalingGroupRequest Of(int min, int max, int? desired = null) => new()
    {
        AutoScalingGroupName = Group,
        MinSize = min,
        MaxSize = max,
        DesiredCapacity = desired,
        AvailabilityZones = Zones,
        LaunchTemplate = new() { LaunchTemplateName = Template, Version = "$Latest" },
    };

    /// <summary>Makes a group over three zones.</summary>
    public Scaler Make(int min, int max, int? desired = null) => Make(Of(min, max, desired));

    /// <summary>Makes a group.</summary>
    public Scaler Make(CreateAutoScalingGroupRequest request)
    {
        Rig.Run(new CreateAutoScalingGroup(), request);
        return this;
    }

    /// <summary>The group as it is now.</summary>
    public AutoScalingGroup Now(string group = Group) => Assert.Single(Rig.Run(
        new DescribeAutoScalingGroups(), new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [group] })
        .AutoScalingGroups!);

    /// <summary>The instances of the group in a state.</summary>
    public IReadOnlyList<Instance> In(LifecycleState state) =>
        [.. Now().Instances!.Where(i => i.LifecycleState == state)];

    /// <summary>The instances in service.</summary>
    public IReadOnlyList<Instance> Serving => In(LifecycleState.InService);

    /// <summary>How many are in service in each zone.</summary>
    public int[] Spread => [.. Zones.Select(zone => Serving.Count(i => i.AvailabilityZone == zone))];

    /// <summary>What was done, the newest first.</summary>
    public IReadOnlyList<Activity> Done => Rig.Run(
        new DescribeScalingActivities(), new DescribeScalingActivitiesRequest
        {
            AutoScalingGroupName = Group, IncludeDeletedGroups = true,
        }).Activities!;

    /// <summary>Says what the group shall desire.</summary>
    public void Desire(int capacity) => Rig.Run(
        new SetDesiredCapacity(), new SetDesiredCapacityRequest
        {
            AutoScalingGroupName = Group, DesiredCapacity = capacity,
        });

    /// <summary>Ends an instance behind the group's back.</summary>
    public void Kill(string id) =>
        Rig.Run(new TerminateInstances(), new TerminateInstancesRequest { InstanceIds = [id] });

    /// <summary>Lets checks of an instance fail.</summary>
    public void Impair(string id)
    {
        Rig.Do(call => call.Port<IImpairments>().Impair(call, id, CheckKind.Instance, null, false));
        Rig.Advance(TimeSpan.Zero);
    }

    /// <summary>Says how much room there is for small instances in a zone; null for any number.</summary>
    public void Room(string zone, int? room)
    {
        Rig.Do(call => call.Port<ICapacity>().Declare(call, zone, "t3.micro", room, false));
        Rig.Advance(TimeSpan.Zero);
    }
}
