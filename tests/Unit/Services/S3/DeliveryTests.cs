using Orrery.Contracts.Delivery;
using Orrery.Contracts.Stores;
using Orrery.Services.Kms;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Services.Sqs;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>What S3 and other services deliver, and KMS refuses. Sources: S3 user guide, "Enabling Amazon S3 server
/// access logging", "Granting permissions to publish event notification messages", "Configuring Amazon S3
/// Inventory".</summary>
public sealed class DeliveryTests
{
    private const string Target = "delivered";
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:told";

    private readonly Shop _shop = new(false, KmsService.Registration, SqsService.Registration);

    public DeliveryTests() => _shop.Make(Target);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Logs_come_into_no_bucket_that_KMS_encrypts(bool isSealed, int logs)
    {
        _shop.Let(Target, "logging.s3.amazonaws.com");
        if (isSealed) Seal();
        _shop.Rig.Run(new PutBucketLogging(), new PutBucketLoggingRequest
        {
            Bucket = Shop.Bucket,
            BucketLoggingStatus = new() { LoggingEnabled = new() { TargetBucket = Target, TargetPrefix = "" } },
        });
        _shop.Note(_shop.Visit("GetObject", "GET"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal(logs, _shop.KeysOf(Target).Count);
    }

    [Fact]
    public void An_inventory_that_KMS_does_not_encrypt_is_not_there_until_the_next()
    {
        _shop.Let(Target, "s3.amazonaws.com");
        _shop.Put("k", "x");
        var key = Seal();
        _shop.Rig.Run(new PutBucketInventoryConfiguration(), new PutBucketInventoryConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = "one",
            InventoryConfiguration = new()
            {
                Id = "one", IsEnabled = true, IncludedObjectVersions = InventoryIncludedObjectVersions.Current,
                Schedule = new() { Frequency = InventoryFrequency.Daily },
                Destination = new()
                {
                    S3BucketDestination = new()
                    {
                        Bucket = $"arn:aws:s3:::{Target}", Format = InventoryFormat.Csv,
                    },
                },
            },
        });
        _shop.Days(1);
        Assert.Empty(_shop.KeysOf(Target));
        Let(key, "s3.amazonaws.com");
        _shop.Rig.Run(new DisableKey(), new() { KeyId = key });
        _shop.Days(1);
        Assert.Empty(_shop.KeysOf(Target));
        _shop.Rig.Run(new EnableKey(), new() { KeyId = key });
        _shop.Days(1);
        Assert.Equal(4, _shop.KeysOf(Target).Count);
    }

    [Fact]
    public void A_service_is_told_that_KMS_refuses_its_file()
    {
        var key = Seal();
        Assert.Equal(ObstacleKind.NoPermission, Put()!.Kind);
        Let(key, "delivery.logs.amazonaws.com");
        Assert.Null(Put());
        _shop.Rig.Run(new DisableKey(), new() { KeyId = key });
        Assert.Equal(ObstacleKind.Refused, Put()!.Kind);
        Assert.Single(_shop.KeysOf(Target));

        DeliveryObstacle? Put() => _shop.Rig.Do(static call => call.Port<IStoreIntake>().Put(
            call,
            new(
                $"arn:aws:s3:::{Target}/file", "delivery.logs.amazonaws.com",
                "arn:aws:logs:eu-west-1:123456789012:*", ""),
            "x"u8.ToArray(), "text/plain"));
    }

    [Fact]
    public void A_queue_whose_key_cannot_be_used_cannot_be_told_and_later_misses_what_happens()
    {
        _shop.Rig.Run(new CreateQueue(), new()
        {
            QueueName = "told",
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = $$"""
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},
                     "Action":"sqs:SendMessage","Resource":"{{Queue}}"}]}
                    """,
                ["KmsMasterKeyId"] = "alias/mine",
            },
        });
        Assert.Equal("InvalidArgument", Rig.Refusal(() => Tell(skips: false)));
        Tell(skips: true);
        _shop.Put("k", "x");
        Assert.Equal("x", _shop.Get("k"));
    }

    private void Let(string key, string service) => _shop.Rig.Run(new PutKeyPolicy(), new()
    {
        KeyId = key,
        Policy =
            $$"""
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"kms:*","Resource":"*",
              "Principal":{"AWS":"arn:aws:iam::123456789012:root"} },
             {"Effect":"Allow","Action":"kms:GenerateDataKey*","Resource":"*",
              "Principal":{"Service":"{{service}}"} }]}
            """,
    });

    private object? Tell(bool skips) => _shop.Rig.Run(
        new PutBucketNotificationConfiguration(), new PutBucketNotificationConfigurationRequest
        {
            Bucket = Shop.Bucket,
            SkipDestinationValidation = skips,
            NotificationConfiguration = new()
            {
                QueueConfigurations = [new() { QueueArn = Queue, Events = [Event.S3ObjectCreated] }],
            },
        });

    private string Seal()
    {
        var key = _shop.Rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;
        _shop.Rig.Run(new PutBucketEncryption(), new PutBucketEncryptionRequest
        {
            Bucket = Target,
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
        return key;
    }
}
