namespace Orrery.Contracts;

/// <summary>Where the program answers, for links in what it sends out. The program offers it.</summary>
public interface IOwnAddress
{
    /// <summary>The address that clients are pointed at, for example <c>http://localhost:4566/</c>.</summary>
    Uri Endpoint { get; }
}
