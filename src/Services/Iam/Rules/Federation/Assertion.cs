using System.Xml.Linq;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>What a SAML assertion says. Source: SAML 2.0 Core; IAM User Guide, "Configure SAML assertions".</summary>
/// <param name="Element">The assertion, whose signature holds.</param>
internal sealed record Assertion(XElement Element)
{
    private const string Attributes = "https://aws.amazon.com/SAML/Attributes/";

    private static readonly XNamespace Saml = "urn:oasis:names:tc:SAML:2.0:assertion";

    /// <summary>Who says it.</summary>
    public string Issuer => Element.Element(Saml + "Issuer")?.Value.Trim() ?? "";

    /// <summary>Whom it is about.</summary>
    public string Subject => NameId?.Value.Trim() ?? "";

    /// <summary>How it names whom it is about: persistent, transient or the whole format.</summary>
    public string SubjectType => NameId?.Attribute("Format")?.Value switch
    {
        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" => "persistent",
        "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" => "transient",
        { } format => format,
        null => "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    };

    /// <summary>Whom it is for.</summary>
    public string Recipient => Confirmation?.Attribute("Recipient")?.Value ?? "";

    /// <summary>Until when it holds: the earliest of what it says.</summary>
    public DateTimeOffset? Until =>
        new[] { Confirmation?.Attribute("NotOnOrAfter"), Conditions?.Attribute("NotOnOrAfter") }
            .OfType<XAttribute>().Select(a => (DateTimeOffset?)a).Min();

    /// <summary>From when on it holds.</summary>
    public DateTimeOffset? From => (DateTimeOffset?)Conditions?.Attribute("NotBefore");

    /// <summary>The audiences that it is restricted to.</summary>
    public IReadOnlyList<string> Audiences =>
        [.. Element.Descendants(Saml + "Audience").Select(a => a.Value.Trim())];

    /// <summary>The roles that it lets somebody into, each with its provider, in either order.</summary>
    public IEnumerable<string[]> Roles =>
        Values("Role").Select(v => v.Split(',').Select(p => p.Trim()).ToArray());

    /// <summary>The name of the session.</summary>
    public string? SessionName => Values("RoleSessionName").FirstOrDefault();

    /// <summary>How many seconds the session lasts at most.</summary>
    public int? SessionDuration =>
        int.TryParse(Values("SessionDuration").FirstOrDefault(), out var seconds) ? seconds : null;

    /// <summary>The source identity.</summary>
    public string? SourceIdentity => Values("SourceIdentity").FirstOrDefault();

    /// <summary>The session tags.</summary>
    public SessionTags Tags => SessionTags.Of(
        null,
        [
            .. Element.Descendants(Saml + "Attribute")
                .Where(a => Name(a).StartsWith(Attributes + "PrincipalTag:", StringComparison.Ordinal))
                .Select(a => new Pair(Name(a)[(Attributes.Length + "PrincipalTag:".Length)..], Texts(a).First())),
        ],
        [.. Values("TransitiveTagKeys")]);

    private XElement? NameId => Element.Element(Saml + "Subject")?.Element(Saml + "NameID");

    private XElement? Confirmation =>
        Element.Element(Saml + "Subject")?.Element(Saml + "SubjectConfirmation")
            ?.Element(Saml + "SubjectConfirmationData");

    private XElement? Conditions => Element.Element(Saml + "Conditions");

    private IEnumerable<string> Values(string attribute) =>
        Element.Descendants(Saml + "Attribute").Where(a => Name(a) == Attributes + attribute).SelectMany(Texts);

    private static string Name(XElement attribute) => attribute.Attribute("Name")?.Value ?? "";

    private static IEnumerable<string> Texts(XElement attribute) =>
        attribute.Elements(Saml + "AttributeValue").Select(v => v.Value.Trim());
}
