namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>
/// What others made: a SAML identity provider's metadata and two responses, signed by xml-crypto 6 (npm) with a key
/// that was thrown away. They hold from 23:55 on the eve of 2026 for ten minutes.
/// </summary>
internal static class Samples
{
    public static string Metadata => Read("saml-metadata.xml");

    public static string SignedAssertion => Read("saml-assertion-signed.xml");

    public static string SignedResponse => Read("saml-response-signed.xml");

    private static string Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Orrery.slnx"))) folder = folder.Parent;
        return File.ReadAllText(
            Path.Combine(folder.FullName, "tests", "Unit", "Services", "Iam", "Samples", name));
    }
}
