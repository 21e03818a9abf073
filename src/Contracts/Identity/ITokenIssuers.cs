using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Accounts as issuers of OpenID Connect tokens: what others check their tokens by.</summary>
public interface ITokenIssuers
{
    /// <summary>The end of the host names of issuers, below which each has its id.</summary>
    const string Domain = ".tokens.sts";

    /// <summary>The discovery document of an issuer; null where there is none.</summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="id">The id of the issuer, the first part of its host name.</param>
    string? Configuration(ReadCall call, string id);

    /// <summary>The JSON Web Key Set of an issuer; null where there is none.</summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="id">The id of the issuer, the first part of its host name.</param>
    string? KeySet(ReadCall call, string id);
}
