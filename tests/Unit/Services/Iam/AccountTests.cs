using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orrery.Services.Iam.Operations.Account;
using Orrery.Services.Iam.Operations.Certificates;
using Orrery.Services.Iam.Operations.Groups;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>The account as a whole, and certificates. Source: IAM API Reference.</summary>
public sealed class AccountTests
{
    [Fact]
    public void An_alias_is_one_accounts_and_replaces_the_one_before()
    {
        var iam = Registry.New();
        var other = iam.Rig.In("eu-west-1", "210987654321");
        iam.Run(new CreateAccountAlias(), new() { AccountAlias = "acme" });
        Assert.Equal("EntityAlreadyExists", other.Refused(
            new CreateAccountAlias(), new CreateAccountAliasRequest { AccountAlias = "acme" }));
        iam.Run(new CreateAccountAlias(), new() { AccountAlias = "acme-two" });
        Assert.Equal(["acme-two"], iam.Run(new ListAccountAliases(), new()).AccountAliases!);
        other.Run(new CreateAccountAlias(), new() { AccountAlias = "acme" });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteAccountAlias(), new DeleteAccountAliasRequest { AccountAlias = "acme" }));
        iam.Run(new DeleteAccountAlias(), new() { AccountAlias = "acme-two" });
        Assert.Empty(iam.Run(new ListAccountAliases(), new()).AccountAliases!);
    }

    [Fact]
    public void The_summary_counts_what_there_is_and_tells_what_may_be()
    {
        var iam = Registry.New(("L-F55AF5E4", 7));
        iam.User();
        iam.Role();
        iam.Policy();
        iam.Key();
        iam.Run(new SetSecurityTokenServicePreferences(), new()
        {
            GlobalEndpointTokenVersion = GlobalEndpointTokenVersion.V2Token,
        });
        var summary = iam.Run(new GetAccountSummary(), new()).SummaryMap!;
        Assert.Equal((1, 7, 1, 1, 0, 2, 0), (
            summary["Users"], summary["UsersQuota"], summary["Roles"], summary["Policies"], summary["Groups"],
            summary["GlobalEndpointTokenVersion"], summary["AccountAccessKeysPresent"]));
        Assert.Equal(34, summary.Count);
    }

    [Fact]
    public void The_details_of_everything_come_filtered_and_in_pages()
    {
        var iam = Registry.New();
        iam.User();
        iam.User("bob");
        iam.Group();
        iam.Role();
        iam.Policy();
        iam.Run(new AddUserToGroup(), new() { GroupName = "admins", UserName = "ann" });
        iam.Run(new AttachRolePolicy(), new()
        {
            RoleName = "role", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess",
        });
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = Registry.Open });
        var all = iam.Run(new GetAccountAuthorizationDetails(), new());
        Assert.Equal((2, 1, 1, 2), (
            all.UserDetailList!.Count, all.GroupDetailList!.Count, all.RoleDetailList!.Count, all.Policies!.Count));
        Assert.Equal(["admins"], all.UserDetailList[0].GroupList!);
        Assert.Equal("p", Assert.Single(all.UserDetailList[0].UserPolicyList!).PolicyName);
        var some = iam.Run(new GetAccountAuthorizationDetails(), new()
        {
            Filter = [EntityType.User, EntityType.LocalManagedPolicy],
        });
        Assert.Equal((2, 0, 1), (some.UserDetailList!.Count, some.RoleDetailList!.Count, some.Policies!.Count));
        var page = iam.Run(new GetAccountAuthorizationDetails(), new() { MaxItems = 3 });
        Assert.Equal((2, 1, true), (page.UserDetailList!.Count, page.GroupDetailList!.Count, page.IsTruncated));
        var next = iam.Run(new GetAccountAuthorizationDetails(), new() { MaxItems = 3, Marker = page.Marker });
        Assert.Equal((0, 1, 2, false), (
            next.UserDetailList!.Count, next.RoleDetailList!.Count, next.Policies!.Count, next.IsTruncated));
    }

    [Fact]
    public void A_report_tells_which_services_somebody_reaches()
    {
        var iam = Registry.Slow();
        var user = iam.User();
        iam.Run(new PutUserPolicy(), new()
        {
            UserName = "ann", PolicyName = "p",
            PolicyDocument =
                """{"Version":"2012-10-17","Statement":"""
                + """{"Effect":"Allow","Action":["s3:Get*","ec2:*"],"Resource":"*"}}""",
        });
        var job = iam.Run(new GenerateServiceLastAccessedDetails(), new() { Arn = user.Arn }).JobId;
        GetServiceLastAccessedDetailsRequest ask = new() { JobId = job };
        Assert.Equal(JobStatusType.InProgress, iam.Run(new GetServiceLastAccessedDetails(), ask).JobStatus);
        iam.Rig.Advance(TimeSpan.FromMinutes(1));
        var report = iam.Run(new GetServiceLastAccessedDetails(), ask);
        Assert.Equal(["ec2", "s3"], report.ServicesLastAccessed!.Select(s => s.ServiceNamespace));
        Assert.All(report.ServicesLastAccessed!, s => Assert.Null(s.LastAuthenticated));
        Assert.Empty(iam.Run(new GetServiceLastAccessedDetailsWithEntities(), new()
        {
            JobId = job, ServiceNamespace = "s3",
        }).EntityDetailsList!);
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GetServiceLastAccessedDetails(), new GetServiceLastAccessedDetailsRequest { JobId = "none" }));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GenerateServiceLastAccessedDetails(),
            new GenerateServiceLastAccessedDetailsRequest { Arn = user.Arn + "x" }));
    }

    [Fact]
    public void A_server_certificate_fits_its_key()
    {
        var iam = Registry.New();
        var (body, key) = Certificate();
        UploadServerCertificateRequest request = new()
        {
            ServerCertificateName = "site", CertificateBody = body, PrivateKey = key, CertificateChain = body,
            Tags = [new() { Key = "a", Value = "b" }],
        };
        var made = iam.Run(new UploadServerCertificate(), request).ServerCertificateMetadata!;
        Assert.Matches("^ASCA[A-Z2-7]{17}$", made.ServerCertificateId);
        Assert.Equal(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), made.Expiration);
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(new UploadServerCertificate(), request));
        var other = request with { ServerCertificateName = "other" };
        Assert.Equal("KeyPairMismatch", iam.Rig.Refused(
            new UploadServerCertificate(), other with { PrivateKey = Certificate().Key }));
        Assert.Equal("MalformedCertificate", iam.Rig.Refused(
            new UploadServerCertificate(), other with { CertificateBody = "x" }));
        Assert.Equal("MalformedCertificate", iam.Rig.Refused(
            new UploadServerCertificate(), other with { PrivateKey = "x" }));
        Assert.Equal("MalformedCertificate", iam.Rig.Refused(
            new UploadServerCertificate(), other with { CertificateChain = "x" }));
        iam.Run(new UpdateServerCertificate(), new()
        {
            ServerCertificateName = "site", NewServerCertificateName = "Web", NewPath = "/cloudfront/",
        });
        var found = iam.Run(new GetServerCertificate(), new() { ServerCertificateName = "web" }).ServerCertificate!;
        Assert.Equal(
            "arn:aws:iam::123456789012:server-certificate/cloudfront/Web", found.ServerCertificateMetadata!.Arn);
        Assert.Equal(body.Trim(), found.CertificateBody);
        Assert.Single(iam.Run(
            new ListServerCertificates(), new() { PathPrefix = "/cloudfront" }).ServerCertificateMetadataList!);
        iam.Run(new TagServerCertificate(), new()
        {
            ServerCertificateName = "web", Tags = [new() { Key = "c", Value = "" }],
        });
        iam.Run(new UntagServerCertificate(), new() { ServerCertificateName = "web", TagKeys = ["a"] });
        Assert.Equal("c", Assert.Single(
            iam.Run(new ListServerCertificateTags(), new() { ServerCertificateName = "web" }).Tags!).Key);
        iam.Run(new DeleteServerCertificate(), new() { ServerCertificateName = "web" });
        Assert.Equal("The Server Certificate with name web cannot be found.", Registry.Message(
            () => iam.Run(new DeleteServerCertificate(), new() { ServerCertificateName = "web" })));
    }

    [Fact]
    public void A_user_has_two_signing_certificates_at_most()
    {
        var iam = Registry.New();
        iam.User();
        UploadSigningCertificateRequest Of(string body) => new() { UserName = "ann", CertificateBody = body };
        var first = Certificate().Body;
        var made = iam.Run(new UploadSigningCertificate(), Of(first)).Certificate!;
        Assert.Equal("DuplicateCertificate", iam.Rig.Refused(new UploadSigningCertificate(), Of(first)));
        iam.Run(new UploadSigningCertificate(), Of(Certificate().Body));
        Assert.Equal("LimitExceeded", iam.Rig.Refused(new UploadSigningCertificate(), Of(Certificate().Body)));
        iam.Run(new UpdateSigningCertificate(), new()
        {
            UserName = "ann", CertificateId = made.CertificateId, Status = StatusType.Inactive,
        });
        Assert.Contains(iam.Run(new ListSigningCertificates(), new() { UserName = "ann" }).Certificates!,
            c => c.Status == StatusType.Inactive);
        iam.Run(new DeleteSigningCertificate(), new() { UserName = "ann", CertificateId = made.CertificateId });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(new DeleteSigningCertificate(), new DeleteSigningCertificateRequest
        {
            UserName = "ann", CertificateId = made.CertificateId,
        }));
    }

    private static (string Body, string Key) Certificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=example.org", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (certificate.ExportCertificatePem(), rsa.ExportPkcs8PrivateKeyPem());
    }
}
