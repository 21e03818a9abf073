using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;

namespace Orrery.Services.Iam.Rules;

/// <summary>SAML providers. Source: IAM API Reference, CreateSAMLProvider; SAML 2.0 Metadata.</summary>
internal static class SamlProviders
{
    private static readonly XNamespace Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
    };

    /// <summary>A provider.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static SamlProviderRecord Get(ReadCall call, string arn) =>
        call.Mine(Tables.SamlProviders).Find(new(arn))
        ?? throw Errors.NoSuchEntity($"Manifest not found for arn {arn}");

    /// <summary>Metadata that can be used: an identity provider with a certificate. Until when it holds.</summary>
    /// <exception cref="ServiceException">InvalidInput.</exception>
    public static DateTimeOffset ValidUntil(ReadCall call, string metadata)
    {
        var entity = Read(metadata);
        foreach (var certificate in Certificates(entity)) certificate.Dispose();
        var until = entity.Attribute("validUntil")?.Value;
        if (until is null) return call.Now.AddYears(100);
        return DateTimeOffset.TryParse(
            until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Invalid();
    }

    /// <summary>Who issues the assertions of a provider.</summary>
    public static string Issuer(SamlProviderRecord provider) => Read(provider.Metadata).Attribute("entityID")!.Value;

    /// <summary>The certificates that a provider signs with.</summary>
    public static IReadOnlyList<X509Certificate2> Certificates(SamlProviderRecord provider) =>
        Certificates(Read(provider.Metadata));

    /// <summary>Reads XML that somebody sent: without anything that reaches outside of it.</summary>
    /// <exception cref="XmlException">It is none.</exception>
    public static XDocument Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Strict);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XElement Read(string metadata)
    {
        try
        {
            return Parse(metadata).Root is { } root && root.Name == Metadata + "EntityDescriptor"
                && root.Attribute("entityID") is not null
                ? root
                : throw Invalid();
        }
        catch (XmlException)
        {
            throw Invalid();
        }
    }

    private static List<X509Certificate2> Certificates(XElement entity)
    {
        var keys = entity.Elements(Metadata + "IDPSSODescriptor").Elements(Metadata + "KeyDescriptor")
            .Where(k => k.Attribute("use")?.Value is null or "signing");
        try
        {
            var found = keys.Descendants(Signature + "X509Certificate")
                .Select(c => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(c.Value))).ToList();
            return found.Count > 0 ? found : throw Invalid();
        }
        catch (Exception wrong) when (wrong is FormatException or System.Security.Cryptography.CryptographicException)
        {
            throw Invalid();
        }
    }

    private static ServiceException Invalid() => Errors.InvalidInput("Could not parse metadata");
}
