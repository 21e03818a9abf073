namespace Orrery.Wire.Requests;

/// <summary>The rules of the house for callers that the world does not know.</summary>
public sealed record GateOptions
{
    /// <summary>The region of requests that name none, unless another is given.</summary>
    public const string FirstRegion = "us-east-1";

    /// <summary>The account of callers with an unknown key.</summary>
    public string DefaultAccount { get; init; } = "123456789012";

    /// <summary>The region of requests that name none.</summary>
    public string DefaultRegion { get; init; } = FirstRegion;

    /// <summary>Whether an unknown key is refused, as AWS does.</summary>
    public bool Strict { get; init; }
}
