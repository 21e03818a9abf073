using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Knows the keys of those who issue OpenID Connect tokens.</summary>
public interface IIssuerKeys
{
    /// <summary>The JSON Web Key Set of an issuer; null where it cannot be had.</summary>
    /// <param name="call">The call that asks. It does no I/O: what is fetched over HTTP was fetched before.</param>
    /// <param name="issuer">For example <c>https://token.actions.githubusercontent.com</c>.</param>
    string? KeysOf(ReadCall call, string issuer);
}
