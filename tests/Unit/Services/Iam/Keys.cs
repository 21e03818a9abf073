using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>The keys of issuers, as a test hands them out.</summary>
internal sealed class Keys : IIssuerKeys
{
    public Dictionary<string, string> Sets { get; } = [];

    public string? KeysOf(ReadCall call, string issuer) => Sets.GetValueOrDefault(issuer);
}
