using System.Diagnostics;
using Orrery.Bench.Report;
using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGatewayRoutes;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Bench.Transit;

/// <summary>A world in memory with one transit gateway that is filled with VPCs.</summary>
public sealed class TransitBench
{
    private static readonly CallInfo Info =
        new(new Scope("123456789012", "eu-west-1"), Caller.Root("123456789012"), "ec2:Bench", "bench");

    // Quotas that would stand in the way: VPCs, interfaces, attachments and routes.
    private static readonly Dictionary<string, int> Raised = new()
    {
        ["L-F678F1CE"] = 20_000, ["L-DF5E4CA3"] = 20_000, ["L-E0233F82"] = 20_000, ["L-BCC1FB47"] = 100_000,
    };

    private readonly World _world;
    private string _gateway = "";
    private string _table = "";
    private int _vpcs;

    private TransitBench(World world) => _world = world;

    /// <summary>A world with a gateway.</summary>
    public static async Task<TransitBench> StartAsync()
    {
        var ec2 = Ec2Service.Registration;
        var ports = ec2.Offer(Ports.None.With<IQuotas>(new Quotas(Raised)));
        var settings = new WorldSettings
        {
            Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Mode = ClockMode.Stepped, Delays = Delays.None,
        };
        var worlds = new Worlds(
            new Blueprint(ec2.Tables, ec2.Timers, ec2.Initializers, ports), new MemoryStorage(), settings);
        var bench = new TransitBench(await worlds.CreateAsync("bench"));
        var gateway = await bench.RunAsync(new CreateTransitGateway(), new());
        bench._gateway = gateway.TransitGateway!.TransitGatewayId!;
        bench._table = gateway.TransitGateway.Options!.AssociationDefaultRouteTableId!;
        await bench.SettleAsync();
        return bench;
    }

    /// <summary>Attaches VPCs until there are as many.</summary>
    public async Task FillAsync(int attachments)
    {
        while (_vpcs < attachments)
        {
            var (vpc, subnet) = await MakeVpcAsync();
            await RunAsync(new CreateTransitGatewayVpcAttachment(), Attach(vpc, subnet));
            await SettleAsync();
        }
    }

    /// <summary>Attaches and routes more of them, and gives the medians.</summary>
    public async Task<TransitFigures> MeasureAsync(int count)
    {
        List<double> attaches = [], vpcRoutes = [], routes = [];
        for (var i = 0; i < count; i++)
        {
            var (vpc, subnet) = await MakeVpcAsync();
            var table = (await RunAsync(new CreateRouteTable(), new() { VpcId = vpc })).RouteTable!.RouteTableId!;
            var made = await TimeAsync(attaches, new CreateTransitGatewayVpcAttachment(), Attach(vpc, subnet));
            await SettleAsync();
            await TimeAsync(vpcRoutes, new CreateRoute(), new()
            {
                RouteTableId = table, DestinationCidrBlock = "172.16.0.0/12", TransitGatewayId = _gateway,
            });
            await TimeAsync(routes, new CreateTransitGatewayRoute(), new()
            {
                TransitGatewayRouteTableId = _table,
                DestinationCidrBlock = BlockOf(172, _vpcs),
                TransitGatewayAttachmentId = made.TransitGatewayVpcAttachment!.TransitGatewayAttachmentId,
            });
        }

        return new(Median.Of(attaches), Median.Of(vpcRoutes), Median.Of(routes));
    }

    private async Task<(string Vpc, string Subnet)> MakeVpcAsync()
    {
        var block = BlockOf(10, _vpcs++);
        var vpc = (await RunAsync(new CreateVpc(), new() { CidrBlock = block })).Vpc!.VpcId!;
        var subnet = await RunAsync(new CreateSubnet(), new() { VpcId = vpc, CidrBlock = block });
        return (vpc, subnet.Subnet!.SubnetId!);
    }

    private CreateTransitGatewayVpcAttachmentRequest Attach(string vpc, string subnet) =>
        new() { TransitGatewayId = _gateway, VpcId = vpc, SubnetIds = [subnet] };

    private static string BlockOf(int first, int number) => $"{first}.{number / 256}.{number % 256}.0/24";

    private Task SettleAsync() => _world.Clock.AdvanceAsync(TimeSpan.Zero);

    private Task<TResult> RunAsync<TRequest, TResult>(
        IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        _world.ExecuteAsync(Info, call => operation.Run(request, call));

    private async Task<TResult> TimeAsync<TRequest, TResult>(
        List<double> times, IWriteOperation<TRequest, TResult> operation, TRequest request)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await RunAsync(operation, request);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        return result;
    }
}
