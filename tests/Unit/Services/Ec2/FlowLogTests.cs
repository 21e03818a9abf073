using Orrery.Services.Ec2.Operations.FlowLogs;
using Orrery.Wire.Generated.Ec2;
using Kind = Orrery.Wire.Generated.Ec2.FlowLogsResourceType;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class FlowLogTests
{
    private const string Role = "arn:aws:iam::123456789012:role/flows";

    [Fact]
    public void A_flow_log_is_described_as_it_was_made_until_it_is_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var made = cloud.Run(new CreateFlowLogs(), Request(vpc) with
        {
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.VpcFlowLog, Tags = [new() { Key = "a", Value = "b" }] },
            ],
            ClientToken = "once",
        });
        Assert.Equal(("once", 0), (made.ClientToken, made.Unsuccessful!.Count));
        var log = Assert.Single(Describe(cloud).FlowLogs!);
        Assert.Equal(
            (made.FlowLogIds![0], "ACTIVE", "SUCCESS", vpc, TrafficType.All, "flows", Role, 600),
            (log.FlowLogId, log.FlowLogStatus, log.DeliverLogsStatus, log.ResourceId, log.TrafficType,
                log.LogGroupName, log.DeliverLogsPermissionArn, log.MaxAggregationInterval));
        Assert.Equal("b", log.Tags![0].Value);
        Assert.StartsWith("${version} ${account-id} ${interface-id} ${srcaddr}", log.LogFormat);
        Assert.EndsWith("${action} ${log-status}", log.LogFormat);
        cloud.Run(new DeleteFlowLogs(), new() { FlowLogIds = [log.FlowLogId!] });
        Assert.Empty(Describe(cloud).FlowLogs!);
        Assert.Equal(
            "InvalidFlowLogId.NotFound",
            cloud.Refused(new DeleteFlowLogs(), new DeleteFlowLogsRequest { FlowLogIds = [log.FlowLogId!] }));
    }

    [Fact]
    public void Filters_find_flow_logs_by_what_they_are()
    {
        var cloud = Cloud.New();
        var (one, other) = (cloud.Vpc(), cloud.Vpc("10.1.0.0/16"));
        cloud.Run(new CreateFlowLogs(), Request(one));
        cloud.Run(new CreateFlowLogs(), Bucket(other) with { TrafficType = TrafficType.Reject });
        Assert.Equal(one, Assert.Single(Find("resource-id", one)).ResourceId);
        Assert.Equal(other, Assert.Single(Find("log-destination-type", "s3")).ResourceId);
        Assert.Equal(other, Assert.Single(Find("traffic-type", "REJECT")).ResourceId);
        Assert.Equal(one, Assert.Single(Find("log-group-name", "flows")).ResourceId);
        Assert.Equal(2, Find("deliver-log-status", "SUCCESS").Count);
        Assert.Empty(Find("deliver-log-status", "FAILED"));

        IReadOnlyList<FlowLog> Find(string name, string value) => cloud.Run(
            new DescribeFlowLogs(), new DescribeFlowLogsRequest { Filter = [new() { Name = name, Values = [value] }] })
            .FlowLogs!;
    }

    [Fact]
    public void Resources_that_cannot_have_one_are_unsuccessful_beside_those_that_can()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var result = cloud.Run(
            new CreateFlowLogs(), Request(vpc) with { ResourceIds = ["vpc-00000000000000001", vpc] });
        Assert.Single(result.FlowLogIds!);
        var failed = Assert.Single(result.Unsuccessful!);
        Assert.Equal(
            ("vpc-00000000000000001", "InvalidVpcID.NotFound"), (failed.ResourceId, failed.Error!.Code));
        Assert.Equal("FlowLogAlreadyExists", cloud.Refused(new CreateFlowLogs(), Request(vpc)));
        cloud.Run(new CreateFlowLogs(), Request(vpc) with { LogGroupName = "others" });
        Assert.Equal("InvalidVpcID.NotFound", cloud.Refused(new CreateFlowLogs(), Request("vpc-00000000000000001")));
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateFlowLogs(), Request(cloud.Subnet(vpc))));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var cloud = Cloud.New();
        var fine = Request(cloud.Vpc());
        Refused("MissingParameter", fine with { TrafficType = null });
        Refused("InvalidParameter", fine with { DeliverLogsPermissionArn = null });
        Refused("InvalidParameter", fine with { LogGroupName = null });
        Refused("InvalidParameter", fine with { LogDestination = "arn:aws:logs:eu-west-1:123456789012:log-group:a" });
        Refused("InvalidParameter", fine with { MaxAggregationInterval = 61 });
        Refused("InvalidParameter", fine with { LogFormat = "${version} ${srcadr}" });
        Refused("InvalidParameter", fine with { LogFormat = "${tgw-id}" });
        Refused("InvalidParameter", fine with { LogDestinationType = LogDestinationType.S3 });
        Refused("InvalidParameter", fine with { DestinationOptions = new() { PerHourPartition = true } });
        Refused("UnsupportedOperation", fine with { LogDestinationType = LogDestinationType.KinesisDataFirehose });
        Refused("UnsupportedOperation", fine with { ResourceType = Kind.RegionalNatGateway });
        Refused("UnsupportedOperation", fine with { DeliverCrossAccountRole = Role });
        Refused("InvalidParameter", fine with { ResourceType = Kind.TransitGateway });
        var bucket = Bucket(cloud.Vpc("10.1.0.0/16"));
        Refused("UnsupportedOperation", bucket with
        {
            DestinationOptions = new() { FileFormat = DestinationFileFormat.Parquet },
        });
        Refused("InvalidParameter", bucket with { LogDestination = "arn:aws:s3:::logs/AWSLogs/" });
        Assert.Empty(Describe(cloud).FlowLogs!);

        void Refused(string code, CreateFlowLogsRequest request) =>
            Assert.Equal(code, cloud.Refused(new CreateFlowLogs(), request));
    }

    [Fact]
    public void Objects_in_a_bucket_are_named_as_AWS_names_them()
    {
        var cloud = Cloud.New();
        var site = Site.New(cloud, "10.1.0.0/24");
        var log = cloud.Run(new CreateFlowLogs(), Bucket(site.Vpc) with
        {
            DestinationOptions = new() { HiveCompatiblePartitions = true, PerHourPartition = true },
        }).FlowLogIds![0];
        cloud.Send(site.Interface, "10.1.0.200");
        cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Matches(
            "^logs/here/AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/"
            + "year=2026/month=01/day=01/hour=00/"
            + $"123456789012_vpcflowlogs_eu-west-1_{log}_20260101T0010Z_[0-9a-f]{{8}}\\.log\\.gz$",
            cloud.Read(log).Entries[0].Place);
    }

    [Fact]
    public void An_unknown_flow_log_has_no_records_to_show()
    {
        Assert.Equal(
            "InvalidFlowLogId.NotFound", Cloud.Refusal(() => Cloud.New().Read("fl-00000000000000001")));
    }

    private static CreateFlowLogsRequest Request(string resource) => new()
    {
        ResourceType = Kind.Vpc,
        ResourceIds = [resource],
        TrafficType = TrafficType.All,
        LogGroupName = "flows",
        DeliverLogsPermissionArn = Role,
    };

    private static CreateFlowLogsRequest Bucket(string vpc) => new()
    {
        ResourceType = Kind.Vpc,
        ResourceIds = [vpc],
        TrafficType = TrafficType.All,
        LogDestinationType = LogDestinationType.S3,
        LogDestination = "arn:aws:s3:::logs/here/",
    };

    private static DescribeFlowLogsResult Describe(Cloud cloud) =>
        cloud.Run(new DescribeFlowLogs(), new DescribeFlowLogsRequest());
}
