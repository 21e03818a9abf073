namespace Orrery.Contracts;

/// <summary>Where clients reach the program: for addresses that answers carry, such as queue URLs.</summary>
public interface IEndpoint
{
    /// <summary>Scheme, host and port.</summary>
    Uri Address { get; }
}
