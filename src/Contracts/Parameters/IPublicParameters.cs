namespace Orrery.Contracts.Parameters;

/// <summary>Public parameters that a service publishes in every region; several services may.</summary>
public interface IPublicParameters
{
    /// <summary>Those of a region.</summary>
    IReadOnlyList<PublicParameter> In(string region);
}
