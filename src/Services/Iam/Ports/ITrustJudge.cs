namespace Orrery.Services.Iam.Ports;

/// <summary>Decides on trust policies.</summary>
internal interface ITrustJudge
{
    /// <summary>Whether a trust policy lets somebody in.</summary>
    bool Allows(TrustQuestion question);
}
