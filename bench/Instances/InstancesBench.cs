using System.Diagnostics;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;
using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Bench.Instances;

/// <summary>A world in its SQLite file that is filled with instances, thousands a call.</summary>
public sealed class InstancesBench : IAsyncDisposable
{
    private const int PerSubnet = 60_000;

    // Quotas that would stand in the way: VPCs, interfaces, vCPUs, and TiB of gp2 and gp3.
    private static readonly Dictionary<string, int> Raised = new()
    {
        ["L-F678F1CE"] = 100, ["L-DF5E4CA3"] = 1_000_000, ["L-1216C47A"] = 10_000_000,
        ["L-D18FCD1D"] = 1_000_000, ["L-7A658B76"] = 1_000_000,
    };

    private readonly BenchWorld _world;
    private string _subnet = "";
    private int _subnets;
    private int _left;

    private InstancesBench(BenchWorld world) => _world = world;

    /// <summary>How many instances there are.</summary>
    public int Instances { get; private set; }

    /// <summary>The launch that was made last.</summary>
    public string Reservation { get; private set; } = "";

    /// <summary>An empty world.</summary>
    /// <param name="delays">Whether a launch ends pending, or goes on to running within its call.</param>
    public static async Task<InstancesBench> StartAsync(Delays delays) => new(await BenchWorld.StartAsync(
        Ports.None.With<IQuotas>(new Quotas(Raised)), delays, Ec2Service.Registration));

    /// <summary>Launches instances until there are as many, and lets them run.</summary>
    public async Task FillAsync(int instances)
    {
        while (Instances < instances)
        {
            await LaunchAsync(Math.Min(1000, instances - Instances));
            await _world.AdvanceAsync(TimeSpan.FromMinutes(5));
        }
    }

    /// <summary>Launches more of them, some times, and gives the medians.</summary>
    public async Task<LaunchFigures> LaunchAsync(int count, int times)
    {
        List<double> processor = [], elapsed = [], allocated = [];
        using var self = Process.GetCurrentProcess();
        for (var i = 0; i < times; i++)
        {
            await RoomAsync(count);
            GC.Collect();
            self.Refresh();
            var (cpu, bytes) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes());
            var start = Stopwatch.GetTimestamp();
            await LaunchAsync(count);
            elapsed.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            self.Refresh();
            processor.Add((self.TotalProcessorTime - cpu).TotalMilliseconds);
            allocated.Add((GC.GetTotalAllocatedBytes() - bytes) / 1024.0);
            await _world.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        return new(Median.Of(processor), Median.Of(elapsed), Median.Of(allocated));
    }

    /// <summary>Milliseconds that DescribeInstances takes with a filter: the median.</summary>
    public double Describe(Filter filter, int? most, int times)
    {
        var request = new DescribeInstancesRequest { Filters = [filter], MaxResults = most };
        var elapsed = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _world.Query(call => new DescribeInstances().Run(request, call));
            elapsed.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Median.Of(elapsed);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task LaunchAsync(int count)
    {
        await RoomAsync(count);
        var request = new RunInstancesRequest
        {
            ImageId = "ami-0123456789abcdef0",
            InstanceType = InstanceType.T3Micro,
            MinCount = count,
            MaxCount = count,
            SubnetId = _subnet,
        };
        var result = await RunAsync(new RunInstances(), request);
        Reservation = result.ReservationId!;
        Instances += count;
        _left -= count;
    }

    private async Task RoomAsync(int count)
    {
        if (_left >= count) return;
        var block = $"10.{_subnets++}.0.0/16";
        var vpc = (await RunAsync(new CreateVpc(), new() { CidrBlock = block })).Vpc!.VpcId!;
        var subnet = await RunAsync(new CreateSubnet(), new() { VpcId = vpc, CidrBlock = block });
        _subnet = subnet.Subnet!.SubnetId!;
        _left = PerSubnet;
    }

    private Task<TResult> RunAsync<TRequest, TResult>(
        IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        _world.RunAsync(call => operation.Run(request, call));
}
