using Orrery.Cli;

return await CommandLine.RunAsync(args, CliContext.OfProcess());
