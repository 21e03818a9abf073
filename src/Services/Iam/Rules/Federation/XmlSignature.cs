using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Checks enveloped signatures of XML by RSA keys that are known beforehand; keys in the document are not believed.
/// Source: W3C, "XML Signature Syntax and Processing", as SAML 2.0 narrows it (Core, section 5.4).
/// </summary>
internal static class XmlSignature
{
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static readonly XNamespace Ds = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XNamespace Ec = Exclusive;

    /// <summary>Whether an element bears a signature of its own, by one of the certificates.</summary>
    public static bool Holds(XElement element, IReadOnlyList<X509Certificate2> certificates)
    {
        if (element.Elements(Ds + "Signature").ToList() is not [var signature]) return false;
        if (signature.Element(Ds + "SignedInfo") is not { } info) return false;
        if (info.Elements(Ds + "Reference").ToList() is not [var reference]) return false;
        if (info.Element(Ds + "CanonicalizationMethod")?.Attribute("Algorithm")?.Value != Exclusive) return false;
        try
        {
            return IsOver(reference, element, signature) && IsBy(certificates, info, signature);
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsOver(XElement reference, XElement element, XElement signature)
    {
        var id = element.Attribute("ID")?.Value;
        if (string.IsNullOrEmpty(id) || reference.Attribute("URI")?.Value != "#" + id) return false;

        // Two elements of one id could make the signature speak of another than is read.
        if (element.Document!.Descendants().Count(e => e.Attribute("ID")?.Value == id) != 1) return false;
        var transforms = reference.Descendants(Ds + "Transform").ToList();
        if (transforms.Any(t => t.Attribute("Algorithm")?.Value is not (Enveloped or Exclusive))) return false;
        var hash = HashOf(reference.Element(Ds + "DigestMethod")?.Attribute("Algorithm")?.Value);
        var digest = Convert.FromBase64String(reference.Element(Ds + "DigestValue")?.Value ?? "");
        var bytes = CanonicalXml.Of(element, signature, Prefixes(transforms));
        return hash is { } algorithm
            && CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(algorithm, bytes), digest);
    }

    private static bool IsBy(IReadOnlyList<X509Certificate2> certificates, XElement info, XElement signature)
    {
        if (HashOf(info.Element(Ds + "SignatureMethod")?.Attribute("Algorithm")?.Value) is not { } hash) return false;
        var value = Convert.FromBase64String(signature.Element(Ds + "SignatureValue")?.Value ?? "");
        var bytes = CanonicalXml.Of(info, null, Prefixes(info.Elements(Ds + "CanonicalizationMethod")));
        return certificates.Any(certificate =>
        {
            using var rsa = certificate.GetRSAPublicKey();
            return rsa?.VerifyData(bytes, value, hash, RSASignaturePadding.Pkcs1) == true;
        });
    }

    private static IEnumerable<string> Prefixes(IEnumerable<XElement> methods) =>
        methods.Elements(Ec + "InclusiveNamespaces").Attributes("PrefixList")
            .SelectMany(list => list.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // SHA-1 is not taken: it was broken.
    private static HashAlgorithmName? HashOf(string? algorithm) => algorithm switch
    {
        "http://www.w3.org/2001/04/xmlenc#sha256" or "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" =>
            HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" or "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" =>
            HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" or "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" =>
            HashAlgorithmName.SHA512,
        _ => null,
    };
}
