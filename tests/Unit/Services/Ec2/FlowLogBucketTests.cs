using System.IO.Compression;
using Orrery.Contracts.Flows;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.FlowLogs;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Kms;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Tests.Unit.Services.S3;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// What takes the records of flow logs, or does not. Source: Amazon VPC User Guide, "Publish flow logs to Amazon S3",
/// "IAM role for publishing flow logs to CloudWatch Logs", "Troubleshoot VPC Flow Logs".
/// </summary>
public sealed class FlowLogBucketTests
{
    private const string Logs = "some-logs";
    private readonly Shop _shop =
        new(
            Delays.None, Ec2Service.Registration, IamService.Registration, StsService.Registration,
            KmsService.Registration);

    public FlowLogBucketTests() => _shop.Make(Logs);

    [Fact]
    public void Records_come_as_a_compressed_object_below_the_folder_of_the_bucket()
    {
        var (vpc, face) = NewVpc();
        var log = Assert.Single(Create(vpc, Logs).FlowLogIds!);
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        var key = Assert.Single(_shop.KeysOf(Logs));
        Assert.Matches(
            "^pre/AWSLogs/123456789012/vpcflowlogs/eu-west-1/2026/01/01/"
            + $"123456789012_vpcflowlogs_eu-west-1_{log}_20260101T0010Z_[0-9a-f]{{8}}\\.log\\.gz$",
            key);
        using var text = new StreamReader(
            new GZipStream(new MemoryStream(_shop.BytesOf(Logs, key)), CompressionMode.Decompress));
        var lines = text.ReadToEnd().Split('\n');
        Assert.StartsWith("version account-id interface-id srcaddr", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"2 123456789012 {face} ", lines[1], StringComparison.Ordinal);
        Assert.Equal("SUCCESS: ", StatusOf(log));
    }

    [Fact]
    public void A_bucket_that_is_not_there_or_denies_gets_no_flow_log()
    {
        var (vpc, _) = NewVpc();
        Assert.Equal(
            ("400", "Access Denied for LogDestination: none. Please check LogDestination permission"), Failed("none"));
        Deny(Logs);
        Assert.Equal("400", Failed(Logs).Code);

        (string? Code, string? Message) Failed(string bucket)
        {
            var answer = Create(vpc, bucket);
            Assert.Empty(answer.FlowLogIds!);
            var error = Assert.Single(answer.Unsuccessful!).Error!;
            return (error.Code, error.Message);
        }
    }

    [Fact]
    public void A_flow_log_fails_while_its_bucket_denies_and_once_it_is_gone()
    {
        var (vpc, face) = NewVpc();
        var log = Assert.Single(Create(vpc, Logs).FlowLogIds!);
        Deny(Logs);
        Assert.Equal("FAILED: Access error", StatusOf(log));
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        _shop.Rig.Run(new DeleteBucketPolicy(), new() { Bucket = Logs });
        Assert.Empty(_shop.KeysOf(Logs));
        Assert.Equal("SUCCESS: ", StatusOf(log));
        _shop.Rig.Run(new DeleteBucket(), new() { Bucket = Logs });
        Assert.Equal("FAILED: Unknown error", StatusOf(log));
    }

    [Fact]
    public void The_bucket_of_another_account_has_to_let_log_delivery_in()
    {
        var other = _shop.Rig.In("eu-west-1", "999988887777");
        var vpc = other.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/24" }).Vpc!.VpcId!;
        Assert.Single(other.Run(new CreateFlowLogs(), Request(vpc, Logs)).Unsuccessful!);
        _shop.Rig.Run(new PutBucketPolicy(), new()
        {
            Bucket = Logs,
            Policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject",
                 "Principal":{"Service":"delivery.logs.amazonaws.com"},"Resource":"arn:aws:s3:::some-logs/pre/*",
                 "Condition":{"StringEquals":{"aws:SourceAccount":"999988887777",
                  "s3:x-amz-acl":"bucket-owner-full-control"},
                  "ArnLike":{"aws:SourceArn":"arn:aws:logs:eu-west-1:999988887777:*"}}}]}
                """,
        });
        Assert.Single(other.Run(new CreateFlowLogs(), Request(vpc, Logs)).FlowLogIds!);
    }

    [Fact]
    public void A_flow_log_to_a_group_needs_a_role_that_may_write_there()
    {
        var (vpc, _) = NewVpc();
        var log = Assert.Single(_shop.Rig.Run(new CreateFlowLogs(), new()
        {
            ResourceType = FlowLogsResourceType.Vpc, ResourceIds = [vpc], TrafficType = TrafficType.All,
            LogGroupName = "flows", DeliverLogsPermissionArn = "arn:aws:iam::123456789012:role/flows",
        }).FlowLogIds!);
        Assert.Equal("FAILED: Access error", StatusOf(log));
        _shop.Rig.Run(new CreateRole(), new()
        {
            RoleName = "flows",
            AssumeRolePolicyDocument =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                 "Principal":{"Service":"vpc-flow-logs.amazonaws.com"}}]}
                """,
        });
        Assert.Equal("FAILED: Access error", StatusOf(log));
        _shop.Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "flows", PolicyName = "write",
            PolicyDocument =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
                 "Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"]}]}
                """,
        });
        Assert.Equal("SUCCESS: ", StatusOf(log));
    }

    // Amazon VPC User Guide, "Required key policy for use with SSE-KMS".
    [Fact]
    public void A_flow_log_fails_while_the_key_of_its_bucket_does_not_let_log_delivery_use_it_or_is_off()
    {
        var (vpc, face) = NewVpc();
        var log = Assert.Single(Create(vpc, Logs).FlowLogIds!);
        var key = _shop.Rig.Run(new CreateKey(), new()).KeyMetadata!;
        Seal(_shop.Rig, Logs, key.Arn!);
        Assert.Equal("FAILED: Access error", StatusOf(log));
        LetLogs(_shop.Rig, key.KeyId!);
        Assert.Equal("SUCCESS: ", StatusOf(log));
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(_shop.KeysOf(Logs));
        _shop.Rig.Run(new DisableKey(), new() { KeyId = key.KeyId });
        Assert.Equal("FAILED: Unknown error", StatusOf(log));
    }

    // The key is one of the bucket's region, and the flow log one of another.
    [Fact]
    public void A_bucket_of_another_region_takes_a_flow_log_under_its_key()
    {
        var (vpc, face) = NewVpc();
        var far = _shop.Rig.In("eu-central-1");
        far.Run(new CreateBucket(), new()
        {
            Bucket = "far-logs",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuCentral1 },
        });
        var key = far.Run(new CreateKey(), new()).KeyMetadata!;
        Seal(far, "far-logs", key.KeyId!);
        Assert.Equal("400", Assert.Single(Create(vpc, "far-logs").Unsuccessful!).Error!.Code);
        LetLogs(far, key.KeyId!);
        var log = Assert.Single(Create(vpc, "far-logs").FlowLogIds!);
        Assert.Equal("SUCCESS: ", StatusOf(log));
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        var file = Assert.Single(Files());
        var head = far.Run(new HeadObject(), new HeadObjectRequest { Bucket = "far-logs", Key = file });
        Assert.Equal(key.Arn, head.SSEKMSKeyId);
        far.Run(new DisableKey(), new() { KeyId = key.KeyId });
        Assert.Equal("FAILED: Unknown error", StatusOf(log));
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(Files());
        far.Run(new EnableKey(), new() { KeyId = key.KeyId });
        Assert.Equal("SUCCESS: ", StatusOf(log));
        _shop.Rig.Do(call => call.Port<IFlowSender>().Send(call, new(face, "10.0.0.200", "tcp", 443)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, Files().Count());

        IEnumerable<string> Files() => (far.Run(
            new ListObjectsV2(), new ListObjectsV2Request { Bucket = "far-logs" }).Contents ?? []).Select(o => o.Key!);
    }

    private (string Vpc, string Interface) NewVpc()
    {
        var vpc = _shop.Rig.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/24" }).Vpc!.VpcId!;
        var subnet = _shop.Rig.Run(new CreateSubnet(), new() { VpcId = vpc, CidrBlock = "10.0.0.0/24" }).Subnet!;
        var face = _shop.Rig.Run(new CreateNetworkInterface(), new() { SubnetId = subnet.SubnetId });
        return (vpc, face.NetworkInterface!.NetworkInterfaceId!);
    }

    private static void Seal(Rig rig, string bucket, string key) => rig.Run(new PutBucketEncryption(), new()
    {
        Bucket = bucket,
        ServerSideEncryptionConfiguration = new()
        {
            Rules =
            [
                new()
                {
                    ApplyServerSideEncryptionByDefault = new()
                    {
                        SSEAlgorithm = ServerSideEncryption.AwsKms, KMSMasterKeyID = key,
                    },
                },
            ],
        },
    });

    private static void LetLogs(Rig rig, string key) => rig.Run(new PutKeyPolicy(), new()
    {
        KeyId = key,
        Policy =
            """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"kms:*","Resource":"*",
              "Principal":{"AWS":"arn:aws:iam::123456789012:root"}},
             {"Effect":"Allow","Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*",
              "kms:DescribeKey"],"Resource":"*","Principal":{"Service":"delivery.logs.amazonaws.com"}}]}
            """,
    });

    private CreateFlowLogsResult Create(string vpc, string bucket) =>
        _shop.Rig.Run(new CreateFlowLogs(), Request(vpc, bucket));

    private static CreateFlowLogsRequest Request(string vpc, string bucket) => new()
    {
        ResourceType = FlowLogsResourceType.Vpc,
        ResourceIds = [vpc],
        TrafficType = TrafficType.All,
        LogDestinationType = LogDestinationType.S3,
        LogDestination = $"arn:aws:s3:::{bucket}/pre/",
    };

    private void Deny(string bucket) => _shop.Rig.Run(new PutBucketPolicy(), new()
    {
        Bucket = bucket,
        Policy =
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:PutObject",
             "Principal":{"Service":"delivery.logs.amazonaws.com"},"Resource":"arn:aws:s3:::{{bucket}}/*"}]}
            """,
    });

    private string StatusOf(string log)
    {
        var found = Assert.Single(_shop.Rig.Run(
            new DescribeFlowLogs(), new DescribeFlowLogsRequest { FlowLogIds = [log] }).FlowLogs!);
        return $"{found.DeliverLogsStatus}: {found.DeliverLogsErrorMessage}";
    }
}
