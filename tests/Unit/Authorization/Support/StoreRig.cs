using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Operations.Contents;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A bucket of one account, an object in it, and who may ask: nobody, its account, another.</summary>
internal sealed class StoreRig
{
    public const string Bucket = "shop";
    public const string Other = "210987654321";
    private const string Everything = """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""";
    private const string Nothing = """{"Effect":"Allow","Action":"orrery:Nothing","Resource":"*"}""";

    public StoreRig(ObjectOwnership ownership = ObjectOwnership.BucketOwnerEnforced)
    {
        Guard = GuardRig.New();
        Guard.Rig.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = Bucket,
            ObjectOwnership = ownership,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        Guard.Rig.Run(new DeletePublicAccessBlock(), new DeletePublicAccessBlockRequest { Bucket = Bucket });
        Put(Root, "k");
    }

    public GuardRig Guard { get; }

    public static Caller Root { get; } = Caller.Root(GuardRig.Account);

    public static Caller OtherRoot { get; } = Caller.Root(Other);

    public static Caller Nobody { get; } =
        new(GuardRig.Account, "anonymous", "anonymous", "", CallerKind.Anonymous);

    /// <summary>Somebody by what they are.</summary>
    public Caller Who(string name) => name switch
    {
        "nobody" => Nobody,
        "root" => Root,
        "user" => Guard.User("plain", Nothing),
        "user with s3:*" => Guard.User("able", Everything),
        "other root" => OtherRoot,
        "other user" => Guard.User("plain", Nothing, Other),
        "other user with s3:*" => Guard.User("able", Everything, Other),
        _ => throw new ArgumentException(name),
    };

    /// <summary>Puts an empty object for somebody.</summary>
    public void Put(Caller who, string key, Func<PutObjectRequest, PutObjectRequest>? with = null)
    {
        var request = new PutObjectRequest { Bucket = Bucket, Key = key };
        var digests = new Digester(DigestKind.Md5 | DigestKind.Crc64Nvme);
        var content = StagedContent.Nothing with { Digests = digests.Result() };
        var info = new CallInfo(new(who.Account, "eu-west-1"), who, "s3:PutObject", "request");
        Guard.Rig.World.ExecuteAsync(
            info, call => new PutObject().Run(with?.Invoke(request) ?? request, content, call))
            .GetAwaiter().GetResult();
    }

    /// <summary>The bucket policy, of statements.</summary>
    public void Policy(string statements) => Guard.Rig.Run(new PutBucketPolicy(), new PutBucketPolicyRequest
    {
        Bucket = Bucket, Policy = GuardRig.Policy(statements),
    });

    /// <summary>A statement of the bucket policy.</summary>
    public static string Statement(string effect, string principal, string action, string condition = "") =>
        $$"""
        {"Effect":"{{effect}}","Principal":{{principal}},"Action":"{{action}}",
         "Resource":["arn:aws:s3:::{{Bucket}}","arn:aws:s3:::{{Bucket}}/*"]{{condition}}}
        """;

    /// <summary>What is blocked.</summary>
    public void Block(PublicAccessBlockConfiguration block) => Guard.Rig.Run(
        new PutPublicAccessBlock(),
        new PutPublicAccessBlockRequest { Bucket = Bucket, PublicAccessBlockConfiguration = block });

    /// <summary>What getting an object is refused with; null where it is given.</summary>
    public string? Get(Caller who, string key = "k", string? version = null) => Guard.Code(
        who, new GetObject(), new GetObjectRequest { Bucket = Bucket, Key = key, VersionId = version });

    /// <summary>The canonical user id of the other account.</summary>
    public static string OtherId => CanonicalUser.IdOf(Other);
}
