using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Believes SAML assertions: signed by a certificate of the provider's metadata, in time, for AWS. Sources: STS API
/// Reference, AssumeRoleWithSAML; messages as clients report them.
/// </summary>
internal static class SamlIdentities
{
    private const string SignIn = "https://signin.aws.amazon.com/saml";

    private static readonly XNamespace Saml = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static readonly XNamespace Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";

    /// <summary>The assertion of a response that a provider vouches for.</summary>
    /// <exception cref="ServiceException">InvalidIdentityToken, ExpiredTokenException.</exception>
    public static Assertion Believe(ReadCall call, SamlProviderRecord provider, string encoded)
    {
        var response = Read(encoded);
        if (response.Elements(Saml + "Assertion").ToList() is not [var element]) throw Broken();
        var certificates = SamlProviders.Certificates(provider);
        var signed = XmlSignature.Holds(element, certificates) || XmlSignature.Holds(response, certificates);
        foreach (var certificate in certificates) certificate.Dispose();
        if (!signed) throw IdentityErrors.Invalid("Response signature invalid");
        var assertion = new Assertion(element);
        if (assertion.Issuer != SamlProviders.Issuer(provider))
            throw IdentityErrors.Invalid("Issuer not present in specified provider");
        CheckTimes(call, provider, assertion);
        return assertion.Recipient == SignIn || IsRegional(assertion.Recipient)
            ? assertion
            : throw IdentityErrors.Invalid("Recipient is not AWS's sign-in endpoint");
    }

    /// <summary>The condition keys that an assertion gives.</summary>
    public static TrustContext ContextOf(ReadCall call, SamlProviderRecord provider, Assertion assertion) =>
        TrustContext.At(call)
            .Add("aws:FederatedProvider", provider.Arn.Value)
            .Add("saml:aud", assertion.Recipient)
            .Add("saml:iss", assertion.Issuer)
            .Add("saml:sub", assertion.Subject)
            .Add("saml:sub_type", assertion.SubjectType)
            .Add("saml:namequalifier", NameQualifier(provider, assertion))
            .AddTags(assertion.Tags)
            .Add("sts:SourceIdentity", assertion.SourceIdentity)
            .Add("sts:RoleSessionName", assertion.SessionName);

    /// <summary>The hash that tells subjects of one provider apart from those of others.</summary>
    public static string NameQualifier(SamlProviderRecord provider, Assertion assertion)
    {
        var text = $"{assertion.Issuer}{Arns.AccountOf(provider.Arn.Value)}/{Arns.NameOf(provider.Arn.Value)}";
#pragma warning disable CA5350 // The documentation of AssumeRoleWithSAML defines it with SHA-1.
        return Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private static XElement Read(string encoded)
    {
        try
        {
            var xml = SamlProviders.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)));
            return xml.Root is { } root && root.Name == Protocol + "Response" ? root : throw Broken();
        }
        catch (Exception wrong) when (wrong is FormatException or XmlException)
        {
            throw Broken();
        }
    }

    private static void CheckTimes(ReadCall call, SamlProviderRecord provider, Assertion assertion)
    {
        if (provider.ValidUntil <= call.Now) throw IdentityErrors.Invalid("The provider's metadata has expired.");
        try
        {
            if (assertion.Until is not { } until || until <= call.Now)
                throw IdentityErrors.Expired("Token must be redeemed within 5 minutes of issuance");
            if (assertion.From > call.Now) throw IdentityErrors.Invalid("The assertion does not hold yet.");
        }
        catch (FormatException)
        {
            throw Broken();
        }
    }

    private static bool IsRegional(string recipient) =>
        recipient.StartsWith("https://", StringComparison.Ordinal)
        && recipient.EndsWith(".signin.aws.amazon.com/saml", StringComparison.Ordinal);

    private static ServiceException Broken() => IdentityErrors.Invalid("Invalid base64 SAMLResponse");
}
