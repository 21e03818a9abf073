using Orrery.Contracts.Loads;
using Orrery.Contracts.Metrics;
using Orrery.Core;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Ports;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class LoadTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void A_standard_t3_under_steady_load_runs_dry_and_falls_to_its_baseline()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Standard()).InstanceId!;
        cloud.Advance(Day);
        Assert.InRange(cloud.Metric("CPUCreditBalance", Day, id)[^1].Sum, 280, 288);
        Assert.InRange(cloud.Metric("CPUUtilization", Day, id)[5].Sum, 0.1, 1);

        cloud.Apply(Demand.Of(60, id));
        var cpu = cloud.Metric("CPUUtilization", 2 * Day, id);
        Assert.Equal(2 * 288, cpu.Count);
        Assert.InRange(cpu[290].Sum, 30, 31);
        Assert.Equal(10, cpu[^1].Sum, 3);
        Assert.Equal(0, cloud.Metric("CPUCreditBalance", 2 * Day, id)[^1].Sum, 6);
        Assert.Equal(1, cloud.Metric("CPUCreditUsage", 2 * Day, id)[^1].Sum, 6);
        Assert.Empty(cloud.Metric("CPUUtilization", Day, "i-0123456789abcdef0"));
    }

    [Fact]
    public void An_unlimited_one_goes_on_and_is_charged()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        cloud.Apply(Demand.Of(60, id));
        Assert.InRange(cloud.Metric("CPUUtilization", 3 * Day, id)[^1].Sum, 30, 31);
        Assert.Equal(288, cloud.Metric("CPUSurplusCreditBalance", 3 * Day, id)[^1].Sum, 6);
        Assert.InRange(cloud.Metric("CPUSurplusCreditsCharged", 3 * Day, id)[^1].Sum, 2, 2.1);
        cloud.Advance(Day);
        cloud.Run(new ModifyInstanceCreditSpecification(), new ModifyInstanceCreditSpecificationRequest
        {
            InstanceCreditSpecifications = [new() { InstanceId = id, CpuCredits = "standard" }],
        });
        Assert.Equal(10, cloud.Metric("CPUUtilization", 3 * Day, id)[^1].Sum, 3);
        Assert.InRange(cloud.Metric("CPUUtilization", 3 * Day, id)[0].Sum, 30, 31);
    }

    [Fact]
    public void A_load_by_tag_is_divided_among_those_that_run_and_the_past_stays_as_it_was()
    {
        var cloud = Fleet.New();
        var one = cloud.Launch();
        var other = cloud.Launch();
        cloud.Run(new CreateTags(), new CreateTagsRequest
        {
            Resources = [one, other], Tags = [new() { Key = "app", Value = "shop" }],
        });
        Assert.Equal(2, Assert.Single(cloud.Apply(Demand.Of(20, "app=shop"))).Running);
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.Stop(other);
        cloud.Advance(TimeSpan.FromHours(1));
        var sent = cloud.Metric("NetworkOut", TimeSpan.FromHours(2), one);
        Assert.Equal(24, sent.Count);
        Assert.Equal(300 * (60 + (10 * 9000)), sent[3].Sum, 3);
        Assert.Equal(300 * (60 + (20 * 9000)), sent[20].Sum, 3);
        Assert.Equal(12, cloud.Metric("NetworkOut", TimeSpan.FromHours(2), other).Count);
        Assert.Equal(300 * 10, cloud.Metric("EBSReadOps", TimeSpan.FromHours(2), one)[20].Sum, 3);

        cloud.Terminate(one);
        cloud.Advance(TimeSpan.FromHours(5));
        Assert.Equal(sent, cloud.Metric("NetworkOut", TimeSpan.FromHours(9), one));
        Assert.Contains(cloud.Ask(call => new InstanceMetrics().List(call, "AWS/EC2").ToList()), found =>
            found.Id.Name == "NetworkOut" && found.Id.Dimensions[0].Value == one);
    }

    [Fact]
    public void Detailed_monitoring_gives_minutes_and_what_all_have_together()
    {
        var cloud = Fleet.New();
        var ids = new[] { cloud.Launch(), cloud.Launch() };
        Assert.Empty(cloud.Metric("CPUUtilization", Day, null));
        cloud.Run(new MonitorInstances(), new MonitorInstancesRequest { InstanceIds = ids });
        cloud.Apply(Demand.Of(60, ids[0]));
        var hour = TimeSpan.FromHours(1);
        Assert.Equal(60, cloud.Metric("CPUUtilization", hour, ids[0]).Count);
        Assert.Equal(12, cloud.Metric("CPUCreditBalance", hour, ids[0]).Count);
        Assert.Equal(60, cloud.Metric("StatusCheckFailed", hour, ids[0]).Count);
        var all = cloud.Metric("CPUUtilization", hour, null);
        Assert.Equal((60, 2.0), (all.Count, all[0].Count));
        Assert.True(all[0].Maximum > 30 && all[0].Minimum < 1);
        foreach (var dimension in new MetricDimension[] { new("ImageId", Fleet.Image), new("InstanceType",
            "t3.micro") })
            Assert.Equal(all, cloud.Samples(new InstanceMetrics(), new("AWS/EC2", "CPUUtilization", [dimension]),
                hour));
    }

    [Fact]
    public void A_load_has_metrics_of_its_own_and_goes_with_its_declaration()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Standard()).InstanceId!;
        cloud.Apply(Demand.Of(60, id));
        MetricId Of(string name) => new("Orrery/Load", name, [new("LoadName", "shop")]);
        var hour = TimeSpan.FromHours(1);
        Assert.Equal(3600, cloud.Samples(new LoadMetrics(), Of("RequestCount"), hour)[^1].Sum, 6);
        Assert.InRange(cloud.Samples(new LoadMetrics(), Of("ErrorCount"), hour)[^1].Sum, 2400, 2450);
        var latency = cloud.Samples(new LoadMetrics(), Of("Latency"), hour)[^1];
        Assert.True(latency.Sum / latency.Count > 0.1);
        Assert.Equal(6, cloud.Ask(call => new LoadMetrics().List(call, "Orrery/Load").Count()));
        Assert.Equal(60, cloud.Ask(call => new LoadDesk().Read(call, id, call.Now))!.Requests);

        cloud.Do(call =>
        {
            new LoadDesk().Remove(call, "shop");
            return true;
        });
        Assert.Empty(cloud.Samples(new LoadMetrics(), Of("RequestCount"), hour));
        Assert.Equal(0, cloud.Ask(call => new LoadDesk().Read(call, id, call.Now))!.Requests);
        Assert.Equal("NoSuchLoad", Cloud.Refusal(() => cloud.Do(call =>
        {
            new LoadDesk().Remove(call, "shop");
            return true;
        })));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once_and_nothing_is_declared()
    {
        var cloud = Fleet.New();
        var wrong = new LoadDeclaration
        {
            Name = "a b",
            Targets =
            [
                new(Group: "web", Tag: "a=b"), new(TargetGroup: "tg"), new(Tag: "app"),
                new(Instance: "i-0123456789abcdef0"),
            ],
            Rate = new()
            {
                Kind = "sum",
                Parts =
                [
                    new() { Kind = "ramp", From = -1, Value = 3 }, new() { Kind = "saw" },
                    new() { Kind = "trace", Csv = "second,rate\n0,1\nx,2" },
                ],
            },
        };
        var refusal = Assert.Throws<ServiceException>(() => cloud.Apply(wrong, Demand.Of(1, "app=shop")));
        Assert.Equal("InvalidLoad", refusal.Code);
        string[] parts =
        [
            "loads[0].name", "targets[0]: say one of instance, tag and group", "targets[1].targetGroup",
            "targets[2].tag", "i-0123456789abcdef0", "parts[0].from", "parts[0].to is missing",
            "parts[0].seconds is missing",
            "parts[0].value: a ramp takes none", "'saw'", "line 3", "cost is missing",
        ];
        foreach (var part in parts) Assert.Contains(part, refusal.Message);
        Assert.Empty(cloud.Ask(call => new LoadDesk().List(call)));
    }

    [Fact]
    public void Figures_past_all_measure_are_refused_and_what_parts_make_of_them_too()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        LoadShape huge = new() { Kind = "constant", Value = 1e12 };
        (LoadDeclaration Load, string Told)[] wrong =
        [
            (Demand.Of(1e308, id), "rate.value: 1E+308 is not between 0 and 1000000000000"),
            (Demand.Of(1, id) with { Cost = new(MemoryMb: 1e300) }, "cost.memoryMb: 1E+300 is not between 0 and"),
            (With(new() { Kind = "product", Parts = [huge, huge] }), "rate: it can reach 1E+24, which is not"),
            (With(new() { Kind = "sum", Parts = [huge, huge] }), "rate: it can reach 2000000000000, which is not"),
            (With(new() { Kind = "noise", Amplitude = 0.5, Parts = [huge] }), "rate: it can reach 1500000000000"),
            (With(new() { Kind = "trace", Csv = "0,1e300" }), "rate: it can reach 1E+300"),
            (With(new() { Kind = "weekly", Values = [1, 1, 1, 1, 1, 1, 1e13] }), "values: seven rates between 0 and"),
        ];
        foreach (var (load, told) in wrong)
        {
            var refusal = Assert.Throws<ServiceException>(() => cloud.Apply(load));
            Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        }

        var most = Demand.Of(1e12, id) with { Cost = new(1e12, 1e12, 1e12, 1e12, 1e12, 1e12) };
        Assert.True(double.IsFinite(Assert.Single(cloud.Apply(most)).Latency));
        foreach (var metric in new[] { "CPUUtilization", "NetworkIn", "EBSReadBytes" })
            Assert.All(cloud.Metric(metric, Day, id), sample => Assert.True(double.IsFinite(sample.Sum)));

        LoadDeclaration With(LoadShape rate) => Demand.Of(1, id) with { Rate = rate };
    }

    private static RunInstancesRequest Standard() => new()
    {
        ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1,
        CreditSpecification = new() { CpuCredits = "standard" },
    };
}
