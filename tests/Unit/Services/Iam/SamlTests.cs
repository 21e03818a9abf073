using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Federation;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>SAML providers and their assertions. Sources: IAM and STS API Reference; SAML 2.0.</summary>
public sealed class SamlTests
{
    private const string ProviderArn = "arn:aws:iam::123456789012:saml-provider/idp";

    private static readonly Caller Nobody = new(Registry.Account, "anonymous", "anonymous", "", CallerKind.Anonymous);

    [Fact]
    public void A_provider_is_kept_with_its_metadata()
    {
        var iam = Registry.New();
        CreateSAMLProviderRequest request = new()
        {
            Name = "idp", SAMLMetadataDocument = Samples.Metadata, Tags = [new() { Key = "a", Value = "b" }],
        };
        Assert.Equal(ProviderArn, iam.Run(new CreateSAMLProvider(), request).SAMLProviderArn);
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(new CreateSAMLProvider(), request));
        foreach (var wrong in (string[])
            ["x", "<a/>", Samples.Metadata.Replace("X509Certificate", "Other", StringComparison.Ordinal),
             "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Samples.Metadata[21..]])
        {
            Assert.Equal("InvalidInput", iam.Rig.Refused(
                new CreateSAMLProvider(), request with { Name = "other", SAMLMetadataDocument = wrong }));
        }

        Assert.Equal("ValidationError", iam.Rig.Refused(
            new CreateSAMLProvider(), request with { AddPrivateKey = "x" }));
        var found = iam.Run(new GetSAMLProvider(), new() { SAMLProviderArn = ProviderArn });
        Assert.Equal(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), found.ValidUntil);
        Assert.Equal(Samples.Metadata, found.SAMLMetadataDocument);
        iam.Run(new UpdateSAMLProvider(), new()
        {
            SAMLProviderArn = ProviderArn,
            SAMLMetadataDocument = Samples.Metadata.Replace("2030", "2031", StringComparison.Ordinal),
        });
        Assert.Equal(2031, Assert.Single(
            iam.Run(new ListSAMLProviders(), new()).SAMLProviderList!).ValidUntil!.Value.Year);
        iam.Run(new TagSAMLProvider(), new()
        {
            SAMLProviderArn = ProviderArn, Tags = [new() { Key = "c", Value = "" }],
        });
        iam.Run(new UntagSAMLProvider(), new() { SAMLProviderArn = ProviderArn, TagKeys = ["a"] });
        Assert.Equal("c", Assert.Single(
            iam.Run(new ListSAMLProviderTags(), new() { SAMLProviderArn = ProviderArn }).Tags!).Key);
        iam.Run(new DeleteSAMLProvider(), new() { SAMLProviderArn = ProviderArn });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteSAMLProvider(), new DeleteSAMLProviderRequest { SAMLProviderArn = ProviderArn }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_assertion_that_is_signed_or_in_a_signed_response_opens_a_role(bool isAssertionSigned)
    {
        var iam = House();
        var response = isAssertionSigned ? Samples.SignedAssertion : Samples.SignedResponse;
        var answer = iam.As(Nobody, new AssumeRoleWithSAML(), With(response));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/role/ann", answer.AssumedRoleUser!.Arn);
        Assert.Equal(("ann & co", "persistent", "https://idp.example.org/metadata", "ann"), (
            answer.Subject, answer.SubjectType, answer.Issuer, answer.SourceIdentity));
        Assert.Equal("https://signin.aws.amazon.com/saml", answer.Audience);
        var facts = iam.Facts(iam.Who(answer.Credentials!.AccessKeyId!)!.Caller)!;
        Assert.Equal(("core", ProviderArn), (facts.Tags["team"], facts.FederatedProvider));
    }

    [Fact]
    public void What_was_changed_moved_or_is_late_is_refused()
    {
        var iam = House();
        string Refused(string response) => iam.Refused(Nobody, new AssumeRoleWithSAML(), With(response));
        var good = Samples.SignedAssertion;
        string Changed(string from, string to) => good.Replace(from, to, StringComparison.Ordinal);
        Assert.Equal("InvalidIdentityToken", Refused("no xml"));
        Assert.Equal("InvalidIdentityToken", Refused(Changed(">core<", ">root<")));
        Assert.Equal("InvalidIdentityToken", Refused(Changed("<ds:SignatureValue>", "<ds:SignatureValue>AAAA")));
        Assert.Equal("InvalidIdentityToken", Refused(Changed("ID=\"_r1\"", "ID=\"_a1\"")));
        Assert.Equal("InvalidIdentityToken", Refused(Changed("xmldsig-more#rsa-sha256", "xmldsig#rsa-sha1")));

        // An assertion of one's own beside the signed one, which is moved away: signature wrapping.
        var signed = good[good.IndexOf("<saml:Assertion", StringComparison.Ordinal)..
            good.IndexOf("</samlp:Response>", StringComparison.Ordinal)];
        var forged = signed.Replace("_a1", "_a2", StringComparison.Ordinal)
            .Replace("core", "root", StringComparison.Ordinal);
        Assert.Equal("InvalidIdentityToken", Refused(Changed(signed, forged + signed)));
        Assert.Equal("InvalidIdentityToken", Refused(Changed(signed, $"{forged}<x>{signed}</x>")));
        Assert.Equal("AccessDenied", iam.Refused(Nobody, new AssumeRoleWithSAML(), With(good) with
        {
            RoleArn = "arn:aws:iam::123456789012:role/other",
        }));
        Assert.Equal("InvalidIdentityToken", iam.Refused(Nobody, new AssumeRoleWithSAML(), With(good) with
        {
            PrincipalArn = ProviderArn + "x",
        }));
        iam.Rig.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("ExpiredTokenException", Refused(good));
    }

    [Fact]
    public void A_role_that_does_not_trust_the_provider_stays_shut()
    {
        var iam = House("""{"StringEquals":{"saml:sub":"bob"}}""");
        Assert.Equal("AccessDenied", iam.Refused(Nobody, new AssumeRoleWithSAML(), With(Samples.SignedAssertion)));
    }

    private static Registry House(string condition = """{"StringEquals":{"saml:sub_type":"persistent"}}""")
    {
        var iam = Registry.New();
        iam.Run(new CreateSAMLProvider(), new() { Name = "idp", SAMLMetadataDocument = Samples.Metadata });
        iam.Role(trust: $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"Federated":"{{{ProviderArn}}}"},
             "Action":["sts:AssumeRoleWithSAML","sts:TagSession","sts:SetSourceIdentity"],
             "Condition":{{{condition}}} }}
            """);
        return iam;
    }

    private static AssumeRoleWithSAMLRequest With(string response) => new()
    {
        RoleArn = "arn:aws:iam::123456789012:role/role",
        PrincipalArn = ProviderArn,
        SAMLAssertion = Convert.ToBase64String(Encoding.UTF8.GetBytes(response)),
    };
}
