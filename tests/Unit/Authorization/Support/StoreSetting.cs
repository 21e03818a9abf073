using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;
using static Orrery.Tests.Unit.Authorization.Support.StoreRig;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>What the words of the tables of <see cref="StoreMatrixTests"/> set.</summary>
internal static class StoreSetting
{
    private const string Everybody = "\"*\"";

    public static void Policy(StoreRig rig, string words)
    {
        const string Act = "s3:GetObject";
        const string Theirs = $$"""{"AWS":"arn:aws:iam::{{Other}}:root"}""";
        var statements = words switch
        {
            "none" => null,
            "allow all" or "allow get" => Statement("Allow", Everybody, Act),
            "allow get and list" =>
                Statement("Allow", Everybody, Act) + "," + Statement("Allow", Everybody, "s3:ListBucket"),
            "deny all" => Statement("Deny", Everybody, "s3:*"),
            "allow and deny" => Statement("Allow", Everybody, Act) + "," + Statement("Deny", Everybody, Act),
            "allow account" => Statement("Allow", $$"""{"AWS":"{{GuardRig.Account}}"}""", Act),
            "allow other" => Statement("Allow", Theirs, Act),
            "allow canonical" => Statement("Allow", $$"""{"CanonicalUser":"{{OtherId}}"}""", Act),
            "allow other and all" => Statement("Allow", Theirs, Act) + "," + Statement("Allow", Everybody, Act),
            _ => throw new ArgumentException(words),
        };
        if (statements is not null) rig.Policy(statements);
    }

    public static void List(StoreRig rig, string words)
    {
        if (words == "private") return;
        var request = new PutObjectAclRequest { Bucket = StoreRig.Bucket, Key = "k" };
        rig.Guard.Rig.Run(new PutObjectAcl(), words == "grant other"
            ? request with { GrantRead = $"id=\"{OtherId}\"" }
            : request with { ACL = ObjectCannedACLWire.Parse(words) });
    }

    public static void Enforce(StoreRig rig) => rig.Guard.Rig.Run(
        new PutBucketOwnershipControls(),
        new PutBucketOwnershipControlsRequest
        {
            Bucket = StoreRig.Bucket,
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.BucketOwnerEnforced }] },
        });

    public static void Block(StoreRig rig, string words)
    {
        if (words == "ignore lists") rig.Block(new() { IgnorePublicAcls = true });
        if (words == "restrict") rig.Block(new() { RestrictPublicBuckets = true });
        if (words == "account") rig.Guard.Rig.Run(
            new Orrery.Services.S3.Operations.S3control.AccountBlocks.PutPublicAccessBlock(),
            new Orrery.Wire.Generated.S3control.PutPublicAccessBlockRequest
            {
                AccountId = GuardRig.Account,
                PublicAccessBlockConfiguration = new() { RestrictPublicBuckets = true, IgnorePublicAcls = true },
            });
    }
}
