using Orrery.Core;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>The cores and threads of instances.</summary>
public sealed class CpuOptionsTests
{
    // EC2 User Guide, "Rules for specifying CPU options for an Amazon EC2 instance".
    [Theory]
    [InlineData("m5.4xlarge", 4, 1, null)]
    [InlineData("m5.4xlarge", 8, 2, null)]
    [InlineData("m5.4xlarge", 3, 2, "InvalidParameterValue")]
    [InlineData("m5.4xlarge", 10, 2, "InvalidParameterValue")]
    [InlineData("m5.4xlarge", 4, 3, "InvalidParameterValue")]
    [InlineData("m5.4xlarge", 4, null, "MissingParameter")]
    [InlineData("m5.4xlarge", null, 1, "MissingParameter")]
    [InlineData("m7g.4xlarge", 5, 1, null)]
    [InlineData("m7g.4xlarge", 5, 2, "InvalidParameterValue")]
    [InlineData("t2.micro", 1, 1, "InvalidParameterCombination")]
    [InlineData("c5.metal", 48, 2, "InvalidParameterCombination")]
    public void They_are_among_those_of_the_type(string type, int? cores, int? threads, string? refusal)
    {
        var cloud = Fleet.New();
        var request = Order(type, cores, threads);
        if (refusal is not null)
        {
            Assert.Equal(refusal, cloud.Refused(new RunInstances(), request));
            return;
        }

        var shown = cloud.Instance(cloud.Launch(request).InstanceId!).CpuOptions!;
        Assert.Equal((cores, threads), (shown.CoreCount, shown.ThreadsPerCore));
    }

    [Fact]
    public void One_of_them_alone_is_refused_in_the_words_of_AWS()
    {
        var refusal = Assert.Throws<ServiceException>(() => Fleet.New().Launch(Order("m5.large", 1, null)));
        Assert.Equal(
            "When specifying CpuOptions you must specify both CoreCount and ThreadsPerCore.", refusal.Message);
    }

    [Fact]
    public void What_else_they_may_be_is_refused_by_name()
    {
        var request = Order("m6a.large", 1, 1);
        Assert.Equal("UnsupportedOperation", Fleet.New().Refused(new RunInstances(), request with
        {
            CpuOptions = request.CpuOptions! with { AmdSevSnp = AmdSevSnpSpecification.Enabled },
        }));
        Assert.Equal("UnsupportedOperation", Fleet.New().Refused(new RunInstances(), request with
        {
            CpuOptions = request.CpuOptions! with { NestedVirtualization = NestedVirtualizationSpecification.Enabled },
        }));
    }

    [Fact]
    public void They_stay_while_it_is_stopped_and_go_with_the_type()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Order("m5.4xlarge", 4, 1)).InstanceId!;
        cloud.Stop(id);
        cloud.Start(id);
        Assert.Equal(4, cloud.Instance(id).CpuOptions!.CoreCount);
        cloud.Stop(id);
        cloud.Modify(new() { InstanceId = id, InstanceType = new() { Value = "m5.2xlarge" } });
        Assert.Equal((4, 2), Shown(cloud, id));
    }

    // EC2 API Reference, ModifyInstanceCpuOptions.
    [Fact]
    public void They_change_while_it_is_stopped()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Order("m5.4xlarge", 8, 2)).InstanceId!;
        var request = new ModifyInstanceCpuOptionsRequest { InstanceId = id, CoreCount = 2, ThreadsPerCore = 1 };
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new ModifyInstanceCpuOptions(), request));
        cloud.Stop(id);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyInstanceCpuOptions(), request with { CoreCount = 5 }));
        var changed = cloud.Run(new ModifyInstanceCpuOptions(), request);
        Assert.Equal((2, 1), (changed.CoreCount, changed.ThreadsPerCore));
        Assert.Equal((2, 1), Shown(cloud, id));
        cloud.Run(new ModifyInstanceCpuOptions(), request with { CoreCount = 8, ThreadsPerCore = 2 });
        Assert.Equal((8, 2), Shown(cloud, id));
    }

    [Fact]
    public void A_template_has_them_and_is_made_of_an_instance_with_them()
    {
        var cloud = Fleet.New();
        cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "t",
            LaunchTemplateData = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.M54xlarge,
                CpuOptions = new() { CoreCount = 2, ThreadsPerCore = 1 },
            },
        });
        var id = cloud.Launch(new RunInstancesRequest
        {
            LaunchTemplate = new() { LaunchTemplateName = "t" }, MinCount = 1, MaxCount = 1,
        }).InstanceId!;
        Assert.Equal((2, 1), Shown(cloud, id));
        var data = cloud.Run(new GetLaunchTemplateData(), new() { InstanceId = id }).LaunchTemplateData!;
        Assert.Equal((2, 1), (data.CpuOptions!.CoreCount, data.CpuOptions.ThreadsPerCore));
    }

    [Fact]
    public void A_load_presses_on_the_vCPUs_that_there_are_and_the_quota_counts_those_of_the_type()
    {
        Assert.Equal(16, Capacities.Of("m5.4xlarge", null).Vcpus);
        Assert.Equal(4, Capacities.Of("m5.4xlarge", null, 4).Vcpus);
        var cloud = Cloud.New(quotas: ("L-1216C47A", 16));
        var id = cloud.Launch(Order("m5.4xlarge", 4, 1)).InstanceId!;
        Assert.Equal(4, cloud.Ask(call =>
            call.Read(Orrery.Services.Ec2.LoadTables.Lives).Find(new(id))!.Spans[^1].Vcpus));
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(new RunInstances(), Order("m5.large", 1, 1)));
    }

    private static (int? Cores, int? Threads) Shown(Cloud cloud, string id)
    {
        var shown = cloud.Instance(id).CpuOptions!;
        return (shown.CoreCount, shown.ThreadsPerCore);
    }

    private static RunInstancesRequest Order(string type, int? cores, int? threads) => Fleet.One() with
    {
        InstanceType = InstanceTypeWire.Parse(type),
        CpuOptions = new() { CoreCount = cores, ThreadsPerCore = threads },
    };
}
