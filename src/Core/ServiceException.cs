namespace Orrery.Core;

/// <summary>
/// A refusal as AWS gives it: code, message and HTTP status. Thrown by rules and operations; whoever catches it writes
/// it in the protocol of the request. Nothing that the operation did is kept.
/// </summary>
public sealed class ServiceException : Exception
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="code">The error code, for example <c>InvalidVpcID.NotFound</c>.</param>
    /// <param name="message">What a person reads.</param>
    /// <param name="status">The HTTP status: 4xx where the caller is at fault.</param>
    public ServiceException(string code, string message, int status = 400)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    /// <summary>The error code.</summary>
    public string Code { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The reasons behind the refusal, where an engine or a rule gave them.</summary>
    public Decision? Decision { get; init; }
}
