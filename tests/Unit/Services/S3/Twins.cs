using Orrery.Kernel.Calls;
using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Kms;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>A bucket, and one in another region that it is replicated to.</summary>
internal sealed class Twins
{
    public const string There = "a-replica";

    /// <summary>The role that replicates, which may use all keys.</summary>
    public const string Role = "arn:aws:iam::123456789012:role/replicates";

    public Twins(Delays delays = Delays.None)
    {
        Shop = new(delays, KmsService.Registration, IamService.Registration, StsService.Registration);
        Shop.Rig.Run(new CreateRole(), new()
        {
            RoleName = "replicates",
            AssumeRolePolicyDocument = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                 "Principal":{"Service":"s3.amazonaws.com"}}]}
                """,
        });
        May("kms:*");
        Shop.Version(BucketVersioningStatus.Enabled);
        Far = Shop.Rig.In("eu-central-1");
        Far.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = There,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuCentral1 },
        });
        Far.Run(new PutBucketVersioning(), new PutBucketVersioningRequest
        {
            Bucket = There, VersioningConfiguration = new() { Status = BucketVersioningStatus.Enabled },
        });
    }

    public Shop Shop { get; }

    public Rig Far { get; }

    public static ReplicationRule Rule(string to, SourceSelectionCriteria? chosen = null) => new()
    {
        ID = "r",
        Status = ReplicationRuleStatus.Enabled,
        Priority = 1,
        Filter = new() { Prefix = "" },
        DeleteMarkerReplication = new() { Status = DeleteMarkerReplicationStatus.Disabled },
        SourceSelectionCriteria = chosen,
        Destination = new() { Bucket = $"arn:aws:s3:::{to}" },
    };

    public void Replicate(string from, params ReplicationRule[] rules) => RigOf(from).Run(
        new PutBucketReplication(),
        new PutBucketReplicationRequest
        {
            Bucket = from,
            ReplicationConfiguration = new() { Role = Role, Rules = rules },
        });

    /// <summary>Lets the role do this, and nothing else.</summary>
    public void May(params string[] actions) => Shop.Rig.Run(new PutRolePolicy(), new()
    {
        RoleName = "replicates",
        PolicyName = "own",
        PolicyDocument = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
             "Action":[{{string.Join(',', actions.Select(a => $"\"{a}\""))}}]}]}
            """,
    });

    public HeadObjectResult Head(string bucket, string key = "k") => RigOf(bucket).Run(
        new HeadObject(), new HeadObjectRequest { Bucket = bucket, Key = key });

    /// <summary>A minute later: what is replicated is there.</summary>
    public void Later() => Shop.Rig.Advance(TimeSpan.FromMinutes(1));

    public Rig RigOf(string bucket) => bucket == There ? Far : Shop.Rig;
}
