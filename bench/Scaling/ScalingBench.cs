using System.Diagnostics;
using System.Globalization;
using Orrery.Bench.Servers;
using Orrery.Contracts;
using Orrery.Contracts.Loads;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.AutoScaling.Operations.Schedules;
using Orrery.Services.CloudWatch;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Bench.Scaling;

/// <summary>
/// A world in its SQLite file, with groups that track their processor use under diurnal demand, and with a scheduled
/// action in the morning and one in the evening.
/// </summary>
public sealed class ScalingBench : IAsyncDisposable
{
    private const string Template = "web";

    /// <summary>Three subnets of 16,379 addresses each have room for so many groups of 100 to 200.</summary>
    private const int GroupsPerVpc = 200;

    private static readonly string[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    private readonly BenchWorld _world;
    private readonly List<string> _subnets = [];

    private ScalingBench(BenchWorld world) => _world = world;

    /// <summary>A world with a template and no groups.</summary>
    public static async Task<ScalingBench> StartAsync()
    {
        var bench = new ScalingBench(await BenchWorld.StartAsync(
            Ports.None.With<IQuotas>(new NoLimits()), Delays.None,
            AutoScalingService.Registration, Ec2Service.Registration, CloudWatchService.Registration));
        await bench.RunAsync(call => new CreateLaunchTemplate().Run(
            new()
            {
                LaunchTemplateName = Template,
                LaunchTemplateData = new()
                {
                    ImageId = "ami-0123456789abcdef0",
                    InstanceType = InstanceType.M5Large,
                    Monitoring = new() { Enabled = true },
                },
            },
            call));
        return bench;
    }

    /// <summary>Makes a group that starts with as many instances as it is said to have.</summary>
    public async Task MakeAsync(int number, int size)
    {
        if (_subnets.Count == number / GroupsPerVpc) _subnets.Add(await MakeVpcAsync());
        await RunAsync(call => new CreateAutoScalingGroup().Run(
            new()
            {
                AutoScalingGroupName = NameOf(number),
                MinSize = 1,
                MaxSize = size * 2,
                DesiredCapacity = size,
                VPCZoneIdentifier = _subnets[number / GroupsPerVpc],
                LaunchTemplate = new() { LaunchTemplateName = Template, Version = "$Latest" },
            },
            call));
    }

    /// <summary>Gives a group its policy, its two scheduled actions and its demand.</summary>
    public async Task DriveAsync(int number, int size)
    {
        await RunAsync(call => new PutScalingPolicy().Run(
            new()
            {
                AutoScalingGroupName = NameOf(number),
                PolicyName = "track",
                PolicyType = "TargetTrackingScaling",
                TargetTrackingConfiguration = new()
                {
                    TargetValue = 50,
                    PredefinedMetricSpecification = new()
                    {
                        PredefinedMetricType = MetricType.ASGAverageCPUUtilization,
                    },
                },
            },
            call));
        foreach (var (name, hour, least) in new[] { ("morning", 8, size / 2), ("evening", 20, 1) })
        {
            await RunAsync(call => new PutScheduledUpdateGroupAction().Run(
                new()
                {
                    AutoScalingGroupName = NameOf(number),
                    ScheduledActionName = name,
                    Recurrence = $"0 {hour} * * *",
                    MinSize = least,
                },
                call));
        }

        // A core serves 100 requests a second at 10 ms each; half of what the group has at its size, by day.
        await RunAsync(call => call.Port<ILoads>().Apply(call,
        [
            new()
            {
                Name = NameOf(number),
                Targets = [new(Tag: $"aws:autoscaling:groupName={NameOf(number)}")],
                Rate = new() { Kind = "diurnal", Low = size * 40, High = size * 100, PeakHour = 14 },
                Cost = new(CpuSeconds: 0.01),
            },
        ]));
    }

    /// <summary>Changes what a group desires, and waits until it has it.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> ScaleAsync(int number, int size)
    {
        var began = Stopwatch.GetTimestamp();
        await RunAsync(call => new SetDesiredCapacity().Run(
            new() { AutoScalingGroupName = NameOf(number), DesiredCapacity = size }, call));
        await _world.AdvanceAsync(TimeSpan.Zero);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var serving = await ServingAsync(number);
        return serving == size
            ? took
            : throw new InvalidOperationException($"{serving} instances serve, and not {size}");
    }

    /// <summary>Turns the clock.</summary>
    public async Task<ScalingFigures> TurnAsync(TimeSpan by)
    {
        using var self = Process.GetCurrentProcess();
        var (before, processor, began) = (
            _world.World.Current.Sequence, self.TotalProcessorTime, Stopwatch.GetTimestamp());
        await _world.AdvanceAsync(by);
        self.Refresh();
        return new(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            (self.TotalProcessorTime - processor).TotalSeconds,
            _world.World.Current.Sequence - before);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>A network with a large subnet in each zone: those of a default VPC are soon full.</summary>
    private async Task<string> MakeVpcAsync()
    {
        var vpc = await RunAsync(call => new CreateVpc().Run(new() { CidrBlock = "10.0.0.0/16" }, call));
        var subnets = new List<string>();
        foreach (var zone in Zones)
        {
            var made = await RunAsync(call => new CreateSubnet().Run(
                new()
                {
                    VpcId = vpc.Vpc!.VpcId,
                    AvailabilityZone = zone,
                    CidrBlock = string.Create(CultureInfo.InvariantCulture, $"10.0.{subnets.Count * 64}.0/18"),
                },
                call));
            subnets.Add(made.Subnet!.SubnetId!);
        }

        return string.Join(',', subnets);
    }

    private async Task<int> ServingAsync(int number)
    {
        var groups = await _world.QueryAsync(call => new DescribeAutoScalingGroups().Run(
            new() { AutoScalingGroupNames = [NameOf(number)] }, call));
        return groups.AutoScalingGroups![0].Instances!.Count(i => i.LifecycleState == LifecycleState.InService);
    }

    private Task<T> RunAsync<T>(Func<Call, T> body) => _world.RunAsync(body);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"group-{number:D4}");
}
