using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Keeps the keys of those who issue OpenID Connect tokens, as they were declared: nothing is fetched over HTTP.
/// </summary>
public interface IIssuerKeys
{
    /// <summary>The JSON Web Key Set of an issuer; null where none was declared.</summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="issuer">For example <c>https://token.actions.githubusercontent.com</c>.</param>
    string? KeysOf(ReadCall call, string issuer);

    /// <summary>The issuers whose keys were declared, by their addresses.</summary>
    IReadOnlyList<IssuerFacts> All(ReadCall call);

    /// <summary>Declares the keys of an issuer, in the place of those that it had.</summary>
    /// <exception cref="Core.ServiceException">InvalidIssuer: no <c>https</c> address; InvalidKeySet.</exception>
    IssuerFacts Declare(Call call, string issuer, string keySet);

    /// <summary>Takes a declaration back: no token of the issuer is believed any more.</summary>
    /// <exception cref="Core.ServiceException">NoSuchIssuer.</exception>
    void Remove(Call call, string issuer);
}
