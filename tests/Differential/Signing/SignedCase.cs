namespace Orrery.Tests.Differential.Signing;

/// <summary>What botocore would send.</summary>
internal sealed record SignedCase(string Path, string Query, Dictionary<string, string> Headers);
