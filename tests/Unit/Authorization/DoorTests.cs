using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Requests through VPC endpoints: what conditions see of them, and what the endpoint's policy lets through. Sources:
/// PrivateLink Guide, "Control access to VPC endpoints using endpoint policies"; IAM User Guide, "AWS global condition
/// context keys" (aws:SourceVpce, aws:SourceVpc, aws:VpcSourceIp; aws:SourceIp is not there); S3 user guide,
/// "Controlling access from VPC endpoints with bucket policies".
/// </summary>
public sealed class DoorTests
{
    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _vpc;
    private Caller? _known;

    public DoorTests() =>
        _vpc = _rig.Rig.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/16" }).Vpc!.VpcId!;

    [Fact]
    public void Conditions_see_the_endpoint_and_its_VPC_and_no_address()
    {
        var door = Open("sqs");
        bool May(string condition, bool through)
        {
            var ann = _known ??= _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
            _rig.Put("ann", $$"""{"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{{condition}} }""");
            return Lists(ann, through ? door : null);
        }

        var vpce = $$"""{"StringEquals":{"aws:SourceVpce":"{{door}}"} }""";
        var vpc = $$"""{"StringEquals":{"aws:SourceVpc":"{{_vpc}}"} }""";
        const string Address = """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"} }""";
        Assert.Equal((true, false), (May(vpce, true), May(vpce, false)));
        Assert.Equal((true, false), (May(vpc, true), May(vpc, false)));
        Assert.Equal((false, true), (May(Address, true), May(Address, false)));
        var within = Address.Replace("aws:SourceIp", "aws:VpcSourceIp", StringComparison.Ordinal);
        Assert.Equal((true, false), (May(within, true), May(within, false)));
        Assert.True(May("""{"StringEquals":{"aws:VpceAccount":"123456789012"} }""", true));
    }

    [Fact]
    public void The_policy_of_an_endpoint_limits_everybody_who_comes_through_it()
    {
        var door = Open("sqs", """
            {"Effect":"Allow","Principal":"*","Action":"sqs:ListQueues","Resource":"*"}
            """);
        var ann = _rig.User("ann", GuardRig.Allow("sqs:*"));
        var url = _rig.Rig.Run(new CreateQueue(), new() { QueueName = "q" }).QueueUrl!;
        SendMessageRequest send = new() { QueueUrl = url, MessageBody = "x" };
        Assert.True(Lists(ann, door));
        _rig.Wire = Through(door);
        Assert.Contains(
            "no VPC endpoint policy allows the sqs:SendMessage action",
            _rig.Refusal(ann, "sqs", "SendMessage", send)!.Message);
        Assert.False(_rig.May(Caller.Root(GuardRig.Account), "sqs", "SendMessage", send));
        _rig.Wire = GuardRig.From("203.0.113.7");
        Assert.True(_rig.May(ann, "sqs", "SendMessage", send));
    }

    [Fact]
    public void A_bucket_can_be_kept_to_an_endpoint()
    {
        var door = Open("s3");
        _rig.Rig.Run(new CreateBucket(), new()
        {
            Bucket = "kept",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        _rig.Rig.Run(new PutBucketPolicy(), new()
        {
            Bucket = "kept",
            Policy = GuardRig.Policy($$"""
                {"Effect":"Deny","Principal":"*","Action":"s3:ListBucket","Resource":"arn:aws:s3:::kept",
                 "Condition":{"StringNotEquals":{"aws:SourceVpce":"{{door}}"} } }
                """),
        });
        var ann = _rig.User("ann", GuardRig.Allow("s3:*"));
        ListObjectsV2Request list = new() { Bucket = "kept" };
        Assert.False(_rig.May(ann, "s3", "ListObjectsV2", list));
        _rig.Wire = Through(door);
        Assert.True(_rig.May(ann, "s3", "ListObjectsV2", list));
    }

    [Fact]
    public void An_endpoint_that_is_not_there_or_leads_elsewhere_lets_nobody_through()
    {
        var ann = _rig.User("ann", GuardRig.Allow("sqs:*"));
        foreach (var id in (string[])["vpce-0123456789abcdef0", Open("s3")])
        {
            _rig.Wire = Through(id);
            Assert.Equal("EndpointNotAvailable", _rig.Refusal(ann, "sqs", "ListQueues", new ListQueuesRequest())!.Code);
        }
    }

    private bool Lists(Caller who, string? door)
    {
        _rig.Wire = door is null ? GuardRig.From("203.0.113.7") : Through(door);
        return _rig.May(who, "sqs", "ListQueues", new ListQueuesRequest());
    }

    private static WireRequest Through(string door) => new()
    {
        Method = "POST",
        RawPath = "/",
        Headers = new() { { "Host", $"{door}-a1b2c3d4.x.eu-west-1.vpce.amazonaws.com" } },
        RemoteAddress = "203.0.113.7",
    };

    private string Open(string service, string? statement = null) => _rig.Rig.Run(new CreateVpcEndpoint(), new()
    {
        VpcId = _vpc,
        ServiceName = $"com.amazonaws.eu-west-1.{service}",
        VpcEndpointType = service == "s3" ? VpcEndpointType.Gateway : VpcEndpointType.Interface,
        PrivateDnsEnabled = service == "s3" ? null : false,
        PolicyDocument = statement is null ? null : GuardRig.Policy(statement),
    }).VpcEndpoint!.VpcEndpointId!;
}
