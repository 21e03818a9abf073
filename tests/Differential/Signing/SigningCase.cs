namespace Orrery.Tests.Differential.Signing;

/// <summary>A request for botocore to sign; Kind is header, query, s3 or s3query.</summary>
internal sealed record SigningCase(
    string Kind,
    string Service,
    string Region,
    string Method,
    string Url,
    Dictionary<string, string> Headers,
    string Body)
{
    public string Key => "AKIAIOSFODNN7EXAMPLE";

    public string Secret => "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    public string? Token { get; init; }
}
