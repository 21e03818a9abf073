using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>
/// A served operation: its schema joined with the code that runs it, whatever the types of request and result.
/// </summary>
public abstract class OperationEntry
{
    private protected OperationEntry(ServiceSchema service, string operation, bool isRead)
    {
        Service = service;
        Operation = operation;
        IsRead = isRead;
        Name = $"{service.SigningName}:{operation}";
    }

    /// <summary>The service that has it.</summary>
    public ServiceSchema Service { get; }

    /// <summary>The operation's name, for example <c>CreateVpc</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// What the wire says of the operation. Worked out when first asked for: all of them together would be most of what
    /// an idle program holds.
    /// </summary>
    public OperationSchema Schema => field ??= Service.Operation(Operation);

    /// <summary>Whether it cannot change the world.</summary>
    public bool IsRead { get; }

    /// <summary>The operation as IAM writes it, for example <c>ec2:CreateVpc</c>.</summary>
    public string Name { get; }

    /// <summary>Joins an operation that reads with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IReadOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new ReadEntry<TRequest, TResult>(service, name, operation);

    /// <summary>Joins an operation that writes with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IWriteOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new WriteEntry<TRequest, TResult>(service, name, operation);

    /// <summary>Joins an operation that may wait with its schema.</summary>
    public static OperationEntry Of<TRequest, TResult>(
        ServiceSchema service, string name, IWaitingOperation<TRequest, TResult> operation)
        where TRequest : class, IReadableShape<TRequest>
        where TResult : class, IReadableShape<TResult> => new WaitEntry<TRequest, TResult>(service, name, operation);

    /// <summary>Reads the request, runs the operation in a world and gives the result.</summary>
    /// <exception cref="Core.ServiceException">The request is malformed or refused.</exception>
    internal abstract ValueTask<IShape> RunAsync(OperationRun run);

    /// <summary>Reads the typed request of a run.</summary>
    private protected TRequest Read<TRequest>(OperationRun run)
        where TRequest : class, IReadableShape<TRequest> =>
        run.Codec.ReadRequest<TRequest>(Schema, run.Request, run.Labels);
}
